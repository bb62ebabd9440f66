package dev.precinct.runtime.access.persistence;

import dev.precinct.tenancy.principal.Principal;
import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalJson;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code access_outbox}: a change that may not be published yet. */
@Entity
@Table(name = "access_outbox")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OutboxEntity {
    @Id
    private long revision;

    private String name;
    private @Nullable String principal;

    protected OutboxEntity() {}

    static OutboxEntity of(PrincipalChange change) {
        var entity = new OutboxEntity();
        entity.revision = change.revision();
        entity.name = change.name();
        Principal present = change.principal();
        entity.principal = present == null ? null : PrincipalJson.write(present);
        return entity;
    }

    PrincipalChange toChange() {
        return new PrincipalChange(
                revision, name, principal == null ? null : PrincipalJson.read(principal, Principal.class));
    }
}
