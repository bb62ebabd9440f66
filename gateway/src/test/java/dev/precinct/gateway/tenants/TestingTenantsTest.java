package dev.precinct.gateway.tenants;

import dev.precinct.gateway.testing.TestingTenants;
import dev.precinct.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class TestingTenantsTest extends TenantsContract {
    private final TestingTenants tenants = new TestingTenants("precinct.test");

    @Override
    protected void create(String name, List<String> hosts) {
        var id = TenantId.ofUid(UUID.randomUUID().toString());
        tenants.put(new TenantSite(id, name, name, Instant.now(), hosts, RunPlan.ALWAYS));
    }

    @Override
    protected void change(String name, List<String> hosts) {
        create(name, hosts);
    }

    @Override
    protected void delete(String name) {
        tenants.remove(name);
    }

    @Override
    protected Tenants tenants() {
        return tenants;
    }
}
