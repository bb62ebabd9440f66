package dev.precinct.gateway.tenants;

import dev.precinct.tenancy.TenantId;
import java.util.Collection;
import java.util.Optional;

/** The tenants that exist now. Port: one adapter follows a Kubernetes API, one is in memory for tests. */
public interface Tenants {
    /**
     * @param hostHeader as a client sent it, with or without port
     * @return empty for a host that no tenant has: there is no default tenant
     */
    Optional<TenantSite> findByHost(String hostHeader);

    /** A tenant as it is now; empty when it is gone. */
    Optional<TenantSite> find(TenantId id);

    /** Every tenant that is served; one that is being deleted is not. */
    Collection<TenantSite> served();

    /** Whether the tenants were read once: before, an unknown host says nothing. */
    boolean synced();
}
