package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.Kstatus;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestTenants;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A Tenant that the operator was told to leave alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PauseKubeIT {
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
    void driftAndEditsWaitForTheEndOfThePause() {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        pause(tenant);
        permissions(tenant).edit(map -> {
            map.setData(Map.of("permissions.json", "{}"));
            return map;
        });
        rig.tenants.edit(tenant, spec -> TestTenants.with(spec, "America/Bogota"));
        rig.tenants.await(
                tenant,
                found -> TestTenants.condition(found, ConditionTypes.PAUSED)
                        .filter(paused -> paused.getObservedGeneration() == 2L)
                        .isPresent());
        String version = version(tenant);

        awaitPasses(3);

        assertThat(permissions(tenant).require().getData()).containsEntry("permissions.json", "{}");
        assertThat(version(tenant)).isEqualTo(version);
        var paused = rig.tenants.find(tenant).orElseThrow();
        assertThat(paused.getStatus().observedGeneration()).isEqualTo(1L);
        assertThat(Kstatus.of(paused)).isEqualTo(Kstatus.IN_PROGRESS);

        rig.tenants.annotate(tenant, TenantNames.PAUSED, "false");
        rig.tenants.await(tenant, ConditionTypes.PAUSED, "False", "NotPaused");
        rig.tenants.await(tenant, TenantPhase.READY);
        assertThat(String.valueOf(permissions(tenant).require().getData())).contains("admin");
        await().untilAsserted(() -> assertThat(rig.tenants.told(tenant)).containsOnlyOnce("Paused", "NotPaused"));
    }

    @Test
    void aDeletionWaitsForTheEndOfThePause() throws SQLException {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        var names = TenantNames.of(tenant);
        pause(tenant);

        rig.tenants.delete(tenant);
        rig.tenants.await(tenant, ConditionTypes.PAUSED, "True", "DeletionPaused");
        awaitPasses(2);

        assertThat(rig.postgresHas(names.login())).isTrue();
        assertThat(permissions(tenant).get()).isNotNull();
        assertThat(rig.tenants.find(tenant).orElseThrow().getStatus().phase()).isEqualTo(TenantPhase.DELETING);
        await().untilAsserted(() -> assertThat(rig.tenants.told(tenant)).contains("DeletionPaused"));

        rig.tenants.annotate(tenant, TenantNames.PAUSED, "false");
        rig.tenants.awaitGone(tenant);
        assertThat(rig.postgresHas(names.login())).isFalse();
    }

    @Test
    void aValueThatNobodyCanReadHoldsAndIsTold() {
        var tenant = rig.tenants.ready(TestTenants.smallest());

        rig.tenants.annotate(tenant, TenantNames.PAUSED, "yes");

        assertThat(rig.tenants
                        .await(tenant, ConditionTypes.PAUSED, "True", "PauseValueInvalid")
                        .getMessage())
                .contains("precinct.dev/paused", "it is: yes");
        rig.tenants.await(tenant, ConditionTypes.STALLED, "True", "PauseValueInvalid");
        await().untilAsserted(() -> assertThat(rig.tenants.told(tenant)).contains("PauseValueInvalid"));

        rig.tenants.annotate(tenant, TenantNames.PAUSED, "false");
        rig.tenants.await(tenant, found -> Kstatus.of(found) == Kstatus.CURRENT);
    }

    private void pause(Tenant tenant) {
        rig.tenants.annotate(tenant, TenantNames.PAUSED, "true");
        rig.tenants.await(tenant, ConditionTypes.PAUSED, "True", "Paused");
    }

    private Resource<ConfigMap> permissions(Tenant tenant) {
        return rig.cluster
                .administrator()
                .configMaps()
                .inNamespace(TenantNames.of(tenant).namespace())
                .withName("permissions");
    }

    private String version(Tenant tenant) {
        return rig.tenants.find(tenant).orElseThrow().getMetadata().getResourceVersion();
    }

    /** Each resync is a pass over each tenant. */
    private void awaitPasses(int number) {
        long before = rig.operator().metrics().passes("settled");
        int tenants = rig.cluster
                .administrator()
                .resources(Tenant.class)
                .list()
                .getItems()
                .size();
        await().until(() -> rig.operator().metrics().passes("settled") >= before + (long) number * tenants);
    }
}
