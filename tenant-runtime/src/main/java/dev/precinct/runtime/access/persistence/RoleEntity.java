package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.Role;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.TreeSet;

/** A row of {@code access_role}. */
@Entity
@Table(name = "access_role")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RoleEntity {
    @Id
    private String name;

    private String[] actions;

    @Embedded
    private ProvenanceColumns provenance;

    protected RoleEntity() {}

    static RoleEntity of(Role role) {
        var entity = new RoleEntity();
        entity.name = role.name();
        entity.actions = role.actions().toArray(String[]::new);
        entity.provenance = ProvenanceColumns.of(role.provenance());
        return entity;
    }

    Role toRole() {
        return new Role(name, new TreeSet<>(List.of(actions)), provenance.toProvenance());
    }
}
