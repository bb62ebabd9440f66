package dev.precinct.runtime.access;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A named set of actions. */
public record Role(String name, SortedSet<String> actions, Provenance provenance) implements Row<Role> {
    public Role {
        actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    }

    @Override
    public boolean says(Role other) {
        return actions.equals(other.actions);
    }

    @Override
    public Role following(Role seeded) {
        return seeded;
    }
}
