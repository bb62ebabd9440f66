package dev.precinct.tenancy;

/**
 * Redis key and channel names of one tenant. All start with {@code t:<id>:}, the only prefix that the tenant's Redis user may
 * touch; the gateway's user may read {@link #principals()} and {@link #principalChanges()} of every tenant.
 */
public record TenantKeys(TenantId tenant) {

    /** {@code t:<id>:}, with the terminator, so that no id is a prefix of another. */
    public String prefix() {
        return "t:" + tenant + ":";
    }

    /** String: JSON of {@link dev.precinct.tenancy.principal.PrincipalsSnapshot}. */
    public String principals() {
        return prefix() + "principals";
    }

    /** Stream: one entry for each change after the snapshot, fields as {@link dev.precinct.tenancy.principal.PrincipalChange} names them. */
    public String principalChanges() {
        return prefix() + "principals:changes";
    }

    /** Any other key of the tenant, for example {@code live:positions}. */
    public String key(String name) {
        return prefix() + name;
    }
}
