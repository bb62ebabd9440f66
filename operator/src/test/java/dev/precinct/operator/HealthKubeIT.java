package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.operator.testing.Kstatus;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestTenants;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What tools that wait for a Tenant see at a real API server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthKubeIT {
    private OperatorRig rig;

    @BeforeAll
    void start() throws IOException {
        rig = new OperatorRig();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    /** Without the definition's default a Tenant would count as reached before anybody has looked at it. */
    @Test
    void aTenantThatNobodyHasLookedAtIsInProgress() throws IOException {
        rig.stopOperator();
        Tenant tenant;
        try {
            tenant = rig.tenants.create(TestTenants.smallest());
            assertThat(rig.tenants.find(tenant).map(Kstatus::of)).contains(Kstatus.IN_PROGRESS);
        } finally {
            rig.startOperator();
        }

        rig.tenants.await(tenant, found -> Kstatus.of(found) == Kstatus.CURRENT);

        assertThat(rig.tenants.find(tenant).orElseThrow().getStatus().conditions())
                .allSatisfy(condition ->
                        assertThat(condition.getObservedGeneration()).isEqualTo(1L));
    }

    @Test
    void aBadEditFailsUntilItIsMendedAndWhatRanGoesOn() {
        var tenant = rig.tenants.ready(TestTenants.smallest());

        rig.tenants.edit(tenant, spec -> TestTenants.with(spec, "America/Nowhere"));
        var stalled = rig.tenants.await(tenant, ConditionTypes.STALLED, "True", "SpecInvalid");

        assertThat(stalled.getMessage()).contains("spec.timeZone");
        assertThat(stalled.getObservedGeneration()).isEqualTo(2L);
        var invalid = rig.tenants.find(tenant).orElseThrow();
        assertThat(Kstatus.of(invalid)).isEqualTo(Kstatus.FAILED);
        assertThat(TestTenants.condition(invalid, ConditionTypes.READY)
                        .orElseThrow()
                        .getStatus())
                .isEqualTo("True");

        rig.tenants.edit(tenant, spec -> TestTenants.with(spec, "America/Bogota"));
        rig.tenants.await(tenant, TenantPhase.READY);
        rig.tenants.await(tenant, ConditionTypes.STALLED, "False", "NoActionNeeded");
        rig.tenants.await(tenant, found -> Kstatus.of(found) == Kstatus.CURRENT);
    }

    @Test
    void anEditIsInProgressWhileItsRuntimeRolls() {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        rig.node.goDown();
        try {
            rig.tenants.edit(tenant, spec -> TestTenants.with(spec, "America/Bogota"));
            rig.tenants.await(tenant, ConditionTypes.RECONCILING, "True", "RuntimeRolling");
            assertThat(Kstatus.of(rig.tenants.find(tenant).orElseThrow())).isEqualTo(Kstatus.IN_PROGRESS);
        } finally {
            rig.node.comeBack();
        }
        rig.tenants.await(tenant, found -> Kstatus.of(found) == Kstatus.CURRENT);
    }

    @Test
    void aMissingSecretFailsAndAServerThatIsAwayDoesNot() {
        String secret = "cmx-" + UUID.randomUUID();
        var tenant = rig.tenants.create(TestTenants.withCmx("http://localhost:1", secret));
        assertThat(rig.tenants
                        .await(tenant, ConditionTypes.STALLED, "True", "SecretMissing")
                        .getMessage())
                .contains(secret);

        rig.give(secret, Map.of("username", "u", "password", "p"));
        rig.tenants.await(tenant, found -> Kstatus.of(found) == Kstatus.CURRENT);

        rig.postgres.stop();
        try {
            rig.tenants.await(tenant, ConditionTypes.RECONCILING, "True", "DatabaseUnreachable");
            assertThat(TestTenants.condition(rig.tenants.find(tenant).orElseThrow(), ConditionTypes.STALLED)
                            .orElseThrow()
                            .getStatus())
                    .isEqualTo("False");
        } finally {
            rig.postgres.start();
        }
        rig.tenants.await(tenant, found -> Kstatus.of(found) == Kstatus.CURRENT);
    }
}
