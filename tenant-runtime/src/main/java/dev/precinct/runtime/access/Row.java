package dev.precinct.runtime.access;

/** What the seed declares and an administrator may change: it has a name and a provenance. */
public sealed interface Row<T extends Row<T>> permits Role, DisclosureRow, Group, User {
    String name();

    Provenance provenance();

    /** True when both say the same, whoever said it; passwords aside. */
    boolean says(T other);

    /** This row with what the seed declares now; what the seed does not speak of stays. */
    T following(T seeded);

    /** The administrator took it away: kept only so that the seed does not bring it back. */
    default boolean removed() {
        return false;
    }
}
