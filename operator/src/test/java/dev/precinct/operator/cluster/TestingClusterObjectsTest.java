package dev.precinct.operator.cluster;

import dev.precinct.operator.testing.TenantFixtures;
import dev.precinct.operator.testing.TestTenants;
import dev.precinct.operator.testing.TestingClusterObjects;
import java.util.ArrayList;

class TestingClusterObjectsTest extends ClusterObjectsContract {
    private final TestingClusterObjects cluster = new TestingClusterObjects();

    @Override
    protected ClusterObjects cluster() {
        return cluster;
    }

    @Override
    protected void createTenant() {
        var tenant = TenantFixtures.tenant(TestTenants.smallest());
        tenant.getMetadata().setName(name);
        tenant.getMetadata().setFinalizers(new ArrayList<>());
        cluster.put(tenant);
    }

    @Override
    protected void deleteTenant() {
        cluster.deleteTenant(name);
    }
}
