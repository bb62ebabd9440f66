package dev.precinct.runtime.places.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one row that says which sync the places are of. */
@Entity
@Table(name = "place_sync")
public class PlaceSyncEntity {
    static final short ONLY = 1;

    @Id
    private short id = ONLY;

    private long revision;

    @Column(name = "synced_at")
    private Instant syncedAt = Instant.EPOCH;

    @Column(name = "cmx_version")
    private long cmxVersion;

    protected PlaceSyncEntity() {}

    PlaceSyncEntity(long revision, Instant syncedAt, long cmxVersion) {
        this.revision = revision;
        this.syncedAt = syncedAt;
        this.cmxVersion = cmxVersion;
    }

    short id() {
        return id;
    }

    long revision() {
        return revision;
    }

    Instant syncedAt() {
        return syncedAt;
    }

    long cmxVersion() {
        return cmxVersion;
    }
}
