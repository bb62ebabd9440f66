package dev.precinct.operator.tenant.model;

/** How a tenant's namespace was found. */
public enum NamespaceState {
    ABSENT,
    /** It exists and is not this tenant's: nothing in it may be touched. */
    FOREIGN,
    /** It is being deleted. */
    ENDING,
    /** It is ours, but the operator may not read its Secrets (yet). */
    CLOSED,
    OPEN
}
