package dev.precinct.gateway.tenants;

import dev.precinct.tenancy.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * A tenant as the gateway needs it.
 *
 * @param hosts further host names, lower case, without port
 * @param plan whether its runtime is meant to run
 */
public record TenantSite(
        TenantId id, String name, String displayName, Instant createdAt, List<String> hosts, RunPlan plan) {
    public TenantSite {
        hosts = List.copyOf(hosts);
    }

    /** Namespace of the tenant's runtime. */
    public String namespace() {
        return "tenant-" + name;
    }
}
