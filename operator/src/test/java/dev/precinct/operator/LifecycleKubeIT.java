package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestTenants;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecycleKubeIT {
    private OperatorRig rig;

    @BeforeAll
    void start() throws IOException {
        rig = new OperatorRig();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void aTenantBecomesReady() throws Exception {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        var names = TenantNames.of(tenant);

        assertThat(tenant.getStatus().phase()).isEqualTo(TenantPhase.READY);
        var login = rig.tenants.secret(tenant, TenantNames.DATABASE);
        try (var connection = rig.postgres.login(names.login(), login.get("username"), login.get("password"))) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}
