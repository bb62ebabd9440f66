package dev.precinct.runtime.access;

import dev.precinct.tenancy.permission.Disclosure;

/** A disclosure that the tenant defined beside the built-in ones. */
public record DisclosureRow(Disclosure disclosure, Provenance provenance) implements Row<DisclosureRow> {
    @Override
    public String name() {
        return disclosure.name();
    }

    @Override
    public boolean says(DisclosureRow other) {
        return disclosure.equals(other.disclosure);
    }

    @Override
    public DisclosureRow following(DisclosureRow seeded) {
        return seeded;
    }
}
