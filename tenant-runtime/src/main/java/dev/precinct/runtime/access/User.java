package dev.precinct.runtime.access;

import dev.precinct.tenancy.permission.Actions;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person or program that logs in.
 *
 * @param credential absent until there is a password: such a user can't log in and is not published
 * @param removed the administrator removed a user that the YAML declares
 */
public record User(
        String name,
        Grant grant,
        SortedSet<String> groups,
        @Nullable Credential credential,
        Provenance provenance,
        boolean removed)
        implements Row<User> {
    public User {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    /** Has the built-in role that may do everything. */
    public boolean administrator() {
        return !removed && Actions.ADMINISTRATOR_ROLE.equals(grant.role());
    }

    @Override
    public boolean says(User other) {
        return removed == other.removed && grant.equals(other.grant) && groups.equals(other.groups);
    }

    @Override
    public User following(User seeded) {
        return seeded.withCredential(credential);
    }

    public User withCredential(@Nullable Credential other) {
        return new User(name, grant, groups, other, provenance, removed);
    }

    /** As the administrator wants it now. */
    public User edited(Grant newGrant, SortedSet<String> newGroups) {
        return new User(name, newGrant, newGroups, credential, provenance.edited(), false);
    }

    /** What stays of a seeded user whom the administrator removed. */
    public User tombstone() {
        return new User(name, Grant.NOTHING, Collections.emptySortedSet(), null, provenance.edited(), true);
    }
}
