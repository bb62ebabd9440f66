package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.Origin;
import dev.precinct.runtime.access.Provenance;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The columns {@code origin} and {@code changed} that every row of the seed has. */
@Embeddable
record ProvenanceColumns(@Enumerated(EnumType.STRING) Origin origin, boolean changed) {
    static ProvenanceColumns of(Provenance provenance) {
        return new ProvenanceColumns(provenance.origin(), provenance.changed());
    }

    Provenance toProvenance() {
        return new Provenance(origin, changed);
    }
}
