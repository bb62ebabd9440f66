package dev.precinct.operator.cluster;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.testing.TestCluster;
import dev.precinct.operator.testing.TestTenants;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricClusterObjectsKubeIT extends ClusterObjectsContract {
    private TestCluster cluster;

    @BeforeAll
    void connect() {
        cluster = new TestCluster();
    }

    @AfterAll
    void disconnect() {
        cluster.close();
    }

    @Override
    protected ClusterObjects cluster() {
        return new FabricClusterObjects(cluster.administrator(), Clock.systemUTC());
    }

    @Override
    protected void createTenant() {
        var tenant = new Tenant();
        tenant.getMetadata().setName(name);
        tenant.setSpec(TestTenants.smallest());
        cluster.administrator().resource(tenant).create();
    }

    @Override
    protected void deleteTenant() {
        cluster.administrator().resources(Tenant.class).withName(name).delete();
    }
}
