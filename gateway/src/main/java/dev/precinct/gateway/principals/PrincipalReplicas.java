package dev.precinct.gateway.principals;

import dev.precinct.tenancy.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest replica of each tenant. One feed writes, every request reads. */
public final class PrincipalReplicas {
    private final Map<TenantId, Replica> byTenant = new ConcurrentHashMap<>();

    /** Empty until the tenant's runtime published its users for the first time. */
    public Optional<Replica> find(TenantId tenant) {
        return Optional.ofNullable(byTenant.get(tenant));
    }

    public void keep(Replica replica) {
        byTenant.put(replica.tenant(), replica);
    }

    /** Forgets tenants that are gone. */
    public void retain(Collection<TenantId> tenants) {
        byTenant.keySet().retainAll(tenants);
    }

    public Collection<Replica> all() {
        return byTenant.values();
    }
}
