package dev.precinct.operator.cache;

import dev.precinct.tenancy.TenantId;

/**
 * Redis users and keys of tenants. Every act may be repeated at any point of an earlier, unfinished one. All methods throw
 * {@link dev.precinct.operator.failure.TenantException}.
 */
public interface TenantCaches {
    /** Whether nothing is left to do: the user exists with this password and exactly the rights that a tenant gets. Changes nothing of any tenant. */
    boolean isSound(CacheUser user);

    /** Makes the user, or puts its password and rights right. */
    void ensure(CacheUser user);

    /** Whether the user or any key of the tenant exists. */
    boolean exists(TenantId tenant);

    /** Removes the user, then every key of the tenant; does nothing where there is none. */
    void drop(TenantId tenant);

    /** A word that changes when the server was restarted, goes away or comes back. Never throws for a server that is away. */
    String pulse();
}
