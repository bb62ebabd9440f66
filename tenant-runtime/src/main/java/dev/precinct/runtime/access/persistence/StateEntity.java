package dev.precinct.runtime.access.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of {@code access_state}; whoever locks it is the only one to change permissions. */
@Entity
@Table(name = "access_state")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class StateEntity {
    static final int ID = 1;

    @Id
    private int id;

    private long revision;

    @Column(name = "pseudonym_key", updatable = false)
    private byte[] pseudonymKey;

    protected StateEntity() {}

    long revision() {
        return revision;
    }

    void reach(long newRevision) {
        revision = newRevision;
    }

    byte[] pseudonymKey() {
        return pseudonymKey.clone();
    }
}
