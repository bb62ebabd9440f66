package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.AdministratorSpec;
import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.crd.tenant.v1alpha1.NotificationMode;
import dev.precinct.crd.tenant.v1alpha1.PermissionsSpec;
import dev.precinct.crd.tenant.v1alpha1.PollingSpec;
import dev.precinct.crd.tenant.v1alpha1.RedisSpec;
import dev.precinct.crd.tenant.v1alpha1.RoleSpec;
import dev.precinct.crd.tenant.v1alpha1.RunMode;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.resources.PermissionResources;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TestTenants;
import dev.precinct.operator.testing.TestingRuntime;
import dev.precinct.tenancy.runtime.RuntimeReport;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Create, edit, suspend, and then nothing. */
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
    void aTenantBecomesReadyWithAllThatItGets() throws SQLException {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        var names = TenantNames.of(tenant);

        var login = rig.tenants.secret(tenant, TenantNames.DATABASE);
        try (var connection = rig.postgres.login(names.login(), login.get("username"), login.get("password"))) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(tenant.getStatus().url())
                .isEqualTo("http://" + tenant.getMetadata().getName() + ".localhost:8080");
        assertThat(tenant.getStatus().database()).isEqualTo(names.login());
        assertThat(rig.tenants.secret(tenant, "user-passwords").byKey()).containsOnlyKeys("admin");
        // Told after the status was written.
        await().untilAsserted(() -> assertThat(rig.tenants.told(tenant)).contains("AllReady"));
        assertThat(tenant.getStatus().conditions()).hasSize(12);
    }

    @Test
    void everyEditedFieldReachesTheRuntime() {
        rig.give("cmx-login", Map.of("username", "u", "password", "p"));
        var tenant = rig.tenants.ready(TestTenants.smallest());
        var uid = TenantNames.of(tenant).id().value();
        assertThat(environment(tenant)).containsEntry("PRECINCT_TENANT_ID", uid).doesNotContainKey("PRECINCT_CMX_URL");

        rig.tenants.edit(
                tenant,
                spec -> new TenantSpec(
                        "Renamed",
                        "America/Bogota",
                        null,
                        null,
                        new CmxSpec(
                                "https://192.0.2.9:8443",
                                "cmx-login",
                                new PollingSpec("30s"),
                                NotificationMode.DISABLED,
                                null),
                        new PermissionsSpec(
                                List.of(new RoleSpec("staff", List.of("maps:read"))),
                                null,
                                null,
                                List.of(new UserSpec("ana", "staff", null, List.of("Mall"), null, null)),
                                new AdministratorSpec("admin", null)),
                        new RedisSpec("5m", "2h"),
                        spec.database(),
                        null));
        rig.tenants.await(tenant, TenantPhase.READY);

        await().untilAsserted(() -> assertThat(environment(tenant))
                .containsEntry("PRECINCT_TENANT_DISPLAY_NAME", "Renamed")
                .containsEntry("PRECINCT_TIME_ZONE", "America/Bogota")
                .containsEntry("PRECINCT_CMX_URL", "https://192.0.2.9:8443")
                .containsEntry("PRECINCT_CMX_POLLING_INTERVAL", "PT30S")
                .containsEntry("PRECINCT_CMX_NOTIFICATIONS", "Disabled")
                .containsEntry("PRECINCT_REDIS_LIVE_TTL", "PT5M")
                .containsEntry("PRECINCT_REDIS_HISTORY_TTL", "PT2H"));
        assertThat(rig.tenants.secret(tenant, "cmx").byKey()).containsEntry("password", "p");
        assertThat(rig.tenants.secret(tenant, "user-passwords").byKey()).containsOnlyKeys("admin", "ana");
        assertThat(permissions(tenant)).contains("\"ana\"", "\"Mall\"");
        assertThat(openings(tenant)).contains("192.0.2.9/32");

        rig.tenants.edit(tenant, spec -> TestTenants.smallest());
        await().untilAsserted(() -> {
            assertThat(environment(tenant)).doesNotContainKey("PRECINCT_CMX_URL");
            assertThat(rig.tenants.secret(tenant, "user-passwords").byKey()).containsOnlyKeys("admin");
            assertThat(rig.tenants.hasSecret(tenant, "cmx")).isFalse();
            assertThat(openings(tenant)).doesNotContain("192.0.2.9/32");
        });
    }

    @Test
    void anEditIsReadyWhenItsRuntimeIsAndTheOneBeforeIsGone() {
        var tenant = rig.tenants.ready(TestTenants.smallest());
        rig.node.goDown();
        try {
            rig.tenants.edit(tenant, spec -> TestTenants.with(spec, "America/Bogota"));
            rig.tenants.await(tenant, ConditionTypes.RUNTIME_READY, "False", "RuntimeRolling");
            rig.tenants.await(tenant, TenantPhase.PROVISIONING);
            assertThat(deployment(tenant).getStatus().getReadyReplicas()).isEqualTo(1);
        } finally {
            rig.node.comeBack();
        }

        rig.tenants.await(tenant, TenantPhase.READY);

        var rolledOut = deployment(tenant);
        assertThat(rolledOut.getStatus().getObservedGeneration())
                .isEqualTo(rolledOut.getMetadata().getGeneration());
        assertThat(rolledOut.getStatus().getReplicas()).isEqualTo(1);
        assertThat(rolledOut.getStatus().getUpdatedReplicas()).isEqualTo(1);
    }

    @Test
    void aSuspendedTenantHasNoReplicasUntilItRunsAgain() {
        var tenant = rig.tenants.ready(TestTenants.smallest());

        rig.tenants.edit(tenant, spec -> TestTenants.with(spec, RunMode.SUSPENDED));
        rig.tenants.await(tenant, TenantPhase.SUSPENDED);
        assertThat(deployment(tenant).getSpec().getReplicas()).isZero();

        rig.tenants.edit(tenant, spec -> TestTenants.with(spec, RunMode.RUNNING));
        rig.tenants.await(tenant, TenantPhase.READY);
        assertThat(deployment(tenant).getSpec().getReplicas()).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenWhenNothingChanged() {
        var tenant = rig.tenants.ready(TestTenants.smallest());

        // The cluster's own controllers write too until they have come to rest, and they take their time.
        await().untilAsserted(() -> {
            var before = versions(tenant);
            awaitPasses(3);
            assertThat(versions(tenant)).isEqualTo(before).hasSizeGreaterThan(14);
        });
    }

    @Test
    void aNamespaceThatIsNotOursIsLeftAsItIs() {
        String name = rig.tenants.newName();
        rig.cluster.apply(new NamespaceBuilder()
                .withNewMetadata()
                .withName("tenant-" + name)
                .endMetadata()
                .build());
        var tenant = rig.tenants.create(name, TestTenants.smallest());

        rig.tenants.await(tenant, ConditionTypes.NAMESPACE_READY, "False", "NamespaceNotOurs");

        rig.tenants.delete(tenant);
        rig.tenants.awaitGone(tenant);
        var namespaces = rig.cluster.administrator().namespaces().withName("tenant-" + name);
        assertThat(namespaces.get().isMarkedForDeletion()).isFalse();
        namespaces.delete();
    }

    @Test
    void whatTheRuntimeSaysBecomesConditions() throws IOException {
        rig.give("report-login", Map.of("username", "u", "password", "p"));
        var spec = TestTenants.withCmx("http://localhost:1", "report-login");
        var tenant = rig.tenants.ready(spec);
        String sha = PermissionResources.sha256(new EffectiveSpec(tenant.getSpec()).permissions());
        var seed = new RuntimeReport.SeedReport(sha, List.of(), List.of(), null);
        String since = "2026-11-21T10:00:00Z";
        var refused = new RuntimeReport.CmxReport(RuntimeReport.CmxState.CREDENTIALS_REFUSED, since, "CMX answers 401");
        var reached = new RuntimeReport.CmxReport(RuntimeReport.CmxState.REACHABLE, since, "CMX answers");

        try (var runtime = new TestingRuntime(
                rig.addresses, TenantNames.of(tenant).namespace(), new RuntimeReport(seed, refused))) {
            rig.tenants.await(tenant, ConditionTypes.PERMISSIONS_APPLIED, "True", "PermissionsApplied");
            rig.tenants.await(tenant, ConditionTypes.CMX_REACHABLE, "False", "CmxCredentialsRefused");
            assertThat(rig.tenants.find(tenant).orElseThrow().getStatus().phase())
                    .isEqualTo(TenantPhase.READY);

            runtime.says(new RuntimeReport(
                    new RuntimeReport.SeedReport(sha, List.of("Mall>Nowhere"), List.of(), null), reached));
            rig.tenants.await(tenant, ConditionTypes.CMX_REACHABLE, "True", "CmxAnswers");
            assertThat(rig.tenants
                            .await(tenant, ConditionTypes.PERMISSIONS_APPLIED, "False", "SegmentsUnresolved")
                            .getMessage())
                    .contains("Mall>Nowhere");
        }
        rig.tenants.await(tenant, ConditionTypes.CMX_REACHABLE, "Unknown", "RuntimeSilent");
    }

    /** With a resync of two seconds, so many passes take so much longer. */
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

    private Map<String, String> versions(Tenant tenant) {
        var versions = new TreeMap<String, String>();
        var client = rig.cluster.administrator();
        String namespace = TenantNames.of(tenant).namespace();
        var found = new ArrayList<HasMetadata>();
        found.add(rig.tenants.find(tenant).orElseThrow());
        found.add(client.namespaces().withName(namespace).get());
        for (Class<? extends HasMetadata> kind : List.of(
                RoleBinding.class,
                ServiceAccount.class,
                ResourceQuota.class,
                LimitRange.class,
                NetworkPolicy.class,
                ConfigMap.class,
                Secret.class,
                Deployment.class,
                Service.class)) {
            found.addAll(client.resources(kind).inNamespace(namespace).list().getItems());
        }
        found.forEach(object -> versions.put(
                object.getKind() + "/" + object.getMetadata().getName(),
                object.getMetadata().getResourceVersion()));
        return versions;
    }

    private Deployment deployment(Tenant tenant) {
        return rig.cluster
                .administrator()
                .apps()
                .deployments()
                .inNamespace(TenantNames.of(tenant).namespace())
                .withName("runtime")
                .require();
    }

    private Map<String, String> environment(Tenant tenant) {
        var environment = new TreeMap<String, String>();
        deployment(tenant)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getEnv()
                .forEach(variable -> environment.put(variable.getName(), variable.getValue()));
        return environment;
    }

    private String permissions(Tenant tenant) {
        return String.valueOf(rig.cluster
                .administrator()
                .configMaps()
                .inNamespace(TenantNames.of(tenant).namespace())
                .withName("permissions")
                .require()
                .getData());
    }

    private String openings(Tenant tenant) {
        return rig.cluster
                .administrator()
                .network()
                .v1()
                .networkPolicies()
                .inNamespace(TenantNames.of(tenant).namespace())
                .withName("openings")
                .require()
                .getSpec()
                .toString();
    }
}
