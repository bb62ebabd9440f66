package dev.precinct.runtime.access;

/**
 * Where a row comes from. A row of the seed follows the YAML until the administrator changes it.
 *
 * @param changed the administrator changed it after it was made by the seed
 */
public record Provenance(Origin origin, boolean changed) {
    public static final Provenance OF_SEED = new Provenance(Origin.SEED, false);
    public static final Provenance OF_ADMINISTRATOR = new Provenance(Origin.ADMINISTRATOR, false);

    /** True while the YAML decides: nobody else made or changed the row. */
    public boolean followsSeed() {
        return origin == Origin.SEED && !changed;
    }

    /** The same row after the administrator's hand. */
    public Provenance edited() {
        return origin == Origin.SEED ? new Provenance(Origin.SEED, true) : this;
    }
}
