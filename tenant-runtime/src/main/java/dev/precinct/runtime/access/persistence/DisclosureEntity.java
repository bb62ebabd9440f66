package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.DisclosureRow;
import dev.precinct.tenancy.permission.Disclosure;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;

/** A row of {@code access_disclosure}. */
@Entity
@Table(name = "access_disclosure")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DisclosureEntity {
    @Id
    private String name;

    private String[] hide;
    private String[] pseudonymise;
    private boolean aggregated;

    @Embedded
    private ProvenanceColumns provenance;

    protected DisclosureEntity() {}

    static DisclosureEntity of(DisclosureRow row) {
        var entity = new DisclosureEntity();
        entity.name = row.name();
        entity.hide = row.disclosure().hide().stream().sorted().toArray(String[]::new);
        entity.pseudonymise = row.disclosure().pseudonymise().stream().sorted().toArray(String[]::new);
        entity.aggregated = row.disclosure().aggregated();
        entity.provenance = ProvenanceColumns.of(row.provenance());
        return entity;
    }

    DisclosureRow toRow() {
        return new DisclosureRow(
                new Disclosure(name, Set.of(hide), Set.of(pseudonymise), aggregated), provenance.toProvenance());
    }
}
