package dev.precinct.runtime.access;

/** A grant that all members share. */
public record Group(String name, Grant grant, Provenance provenance) implements Row<Group> {
    @Override
    public boolean says(Group other) {
        return grant.equals(other.grant);
    }

    @Override
    public Group following(Group seeded) {
        return seeded;
    }
}
