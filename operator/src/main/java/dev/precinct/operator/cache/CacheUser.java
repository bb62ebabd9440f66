package dev.precinct.operator.cache;

import dev.precinct.tenancy.TenantId;

/** The Redis user of a tenant. Its text never shows the password. */
public record CacheUser(TenantId tenant, String password) {
    /** The name, made from the tenant's UID. */
    public String name() {
        return "t_" + tenant;
    }

    @Override
    public String toString() {
        return "CacheUser[" + name() + ", hidden]";
    }
}
