package dev.precinct.gateway.testing;

import dev.precinct.gateway.tenants.HostTable;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.gateway.tenants.Tenants;
import dev.precinct.tenancy.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tenants in memory. */
public final class TestingTenants implements Tenants {
    private final String baseDomain;
    private final Map<String, TenantSite> byName = new ConcurrentHashMap<>();
    private volatile boolean synced = true;

    public TestingTenants(String baseDomain) {
        this.baseDomain = baseDomain;
    }

    public void put(TenantSite site) {
        byName.put(site.name(), site);
    }

    public void remove(String name) {
        byName.remove(name);
    }

    public void neverRead() {
        synced = false;
    }

    @Override
    public Optional<TenantSite> findByHost(String hostHeader) {
        return HostTable.of(baseDomain, byName.values()).find(hostHeader);
    }

    @Override
    public Optional<TenantSite> find(TenantId id) {
        return HostTable.of(baseDomain, byName.values()).find(id);
    }

    @Override
    public Collection<TenantSite> served() {
        return byName.values();
    }

    @Override
    public boolean synced() {
        return synced;
    }
}
