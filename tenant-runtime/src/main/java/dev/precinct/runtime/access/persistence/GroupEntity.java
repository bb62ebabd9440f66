package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.Group;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code access_group}. */
@Entity
@Table(name = "access_group")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class GroupEntity {
    @Id
    private String name;

    @Embedded
    private GrantColumns grant;

    @Embedded
    private ProvenanceColumns provenance;

    protected GroupEntity() {}

    static GroupEntity of(Group group) {
        var entity = new GroupEntity();
        entity.name = group.name();
        entity.grant = GrantColumns.of(group.grant());
        entity.provenance = ProvenanceColumns.of(group.provenance());
        return entity;
    }

    Group toGroup() {
        return new Group(name, grant.toGrant(), provenance.toProvenance());
    }
}
