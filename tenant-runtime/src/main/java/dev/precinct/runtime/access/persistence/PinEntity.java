package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.segment.SegmentKind;
import dev.precinct.runtime.access.segment.SegmentPin;
import dev.precinct.tenancy.permission.SegmentPath;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code access_segment_pin}. */
@Entity
@Table(name = "access_segment_pin")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PinEntity {
    @Id
    private String path;

    @Enumerated(EnumType.STRING)
    private SegmentKind kind;

    @Column(name = "place_id")
    private String placeId;

    protected PinEntity() {}

    SegmentPin toPin() {
        return new SegmentPin(new SegmentPath(path), kind, placeId);
    }
}
