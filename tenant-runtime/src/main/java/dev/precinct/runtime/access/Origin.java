package dev.precinct.runtime.access;

/** Who made a row. */
public enum Origin {
    /** The Tenant's YAML. */
    SEED,
    /** The tenant's administrator. */
    ADMINISTRATOR
}
