package dev.precinct.runtime.places.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A floor image by its name at CMX. */
@Entity
@Table(name = "floor_image")
public class FloorImageEntity {
    @Id
    private String name = "";

    @Column(name = "media_type")
    private String mediaType = "";

    private byte[] bytes = {};

    @Column(name = "fetched_at")
    private Instant fetchedAt = Instant.EPOCH;

    protected FloorImageEntity() {}

    FloorImageEntity(String name, String mediaType, byte[] bytes, Instant fetchedAt) {
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.fetchedAt = fetchedAt;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }

    Instant fetchedAt() {
        return fetchedAt;
    }
}
