package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.Credential;
import dev.precinct.runtime.access.User;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A row of {@code access_user}. */
@Entity
@Table(name = "access_user")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class UserEntity {
    @Id
    private String name;

    @Embedded
    private GrantColumns grant;

    private String[] groups;

    @Embedded
    private @Nullable CredentialColumns credential;

    @Embedded
    private ProvenanceColumns provenance;

    private boolean removed;

    protected UserEntity() {}

    static UserEntity of(User user) {
        var entity = new UserEntity();
        entity.name = user.name();
        entity.grant = GrantColumns.of(user.grant());
        entity.groups = user.groups().toArray(String[]::new);
        Credential credential = user.credential();
        entity.credential = credential == null ? null : CredentialColumns.of(credential);
        entity.provenance = ProvenanceColumns.of(user.provenance());
        entity.removed = user.removed();
        return entity;
    }

    User toUser() {
        return new User(
                name,
                grant.toGrant(),
                new TreeSet<>(List.of(groups)),
                credential == null ? null : credential.toCredential(),
                provenance.toProvenance(),
                removed);
    }
}
