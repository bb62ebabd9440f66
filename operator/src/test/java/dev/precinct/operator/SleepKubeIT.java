package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.meta.DemandLease;
import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.RunMode;
import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.crd.tenant.v1alpha1.ScalingSpec;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.resources.PermissionResources;
import dev.precinct.operator.testing.OperatorRig;
import dev.precinct.operator.testing.TenantFixtures;
import dev.precinct.operator.testing.TestCluster;
import dev.precinct.operator.testing.TestTenants;
import dev.precinct.operator.testing.TestingRuntime;
import dev.precinct.tenancy.runtime.RuntimeReport;
import dev.precinct.tenancy.runtime.RuntimeReport.SeedReport;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tenants that sleep, on a real API server with its own controllers, and the rights that are shipped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SleepKubeIT {
    private static final ScalingSpec SLEEPS = new ScalingSpec(0, "10s");

    private final List<TestingRuntime> runtimes = new ArrayList<>();
    private OperatorRig rig;

    @BeforeAll
    void start() throws IOException {
        rig = new OperatorRig();
    }

    @AfterEach
    void endRuntimes() {
        runtimes.forEach(TestingRuntime::close);
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    private Tenant asleep(TenantSpec spec) throws IOException {
        Tenant tenant = rig.tenants.create(TenantFixtures.scaled(spec, SLEEPS));
        runtimes.add(new TestingRuntime(rig.addresses, TenantNames.of(tenant).namespace(), seedOf(tenant)));
        rig.tenants.await(tenant, TenantPhase.READY);
        awaitState(tenant, RuntimeState.ASLEEP);
        return tenant;
    }

    private static RuntimeReport seedOf(Tenant tenant) {
        String sha256 = PermissionResources.sha256(tenant.getSpec().permissions());
        return new RuntimeReport(new SeedReport(sha256, List.of(), List.of(), null), null);
    }

    private void awaitState(Tenant tenant, RuntimeState state) {
        await(state + " " + tenant.getMetadata().getName())
                .untilAsserted(
                        () -> assertThat(Objects.requireNonNull(found(tenant).getStatus())
                                        .runtime())
                                .isEqualTo(state));
    }

    private Tenant found(Tenant tenant) {
        return rig.cluster
                .administrator()
                .resources(Tenant.class)
                .withName(tenant.getMetadata().getName())
                .require();
    }

    private Resource<Deployment> runtime(Tenant tenant) {
        return rig.cluster
                .administrator()
                .resources(Deployment.class)
                .inNamespace(TenantNames.of(tenant).namespace())
                .withName("runtime");
    }

    private int replicas(Tenant tenant) {
        return runtime(tenant).require().getSpec().getReplicas();
    }

    /** As a gateway does it. */
    private void use(Tenant tenant) {
        String name = tenant.getMetadata().getName();
        Lease lease = new LeaseBuilder()
                .withNewMetadata()
                .withName(DemandLease.nameOf(name))
                .withNamespace(TestCluster.PLATFORM)
                .addToLabels(Labels.MANAGED_BY, Labels.GATEWAY)
                .addToLabels(Labels.TENANT, name)
                .endMetadata()
                .withNewSpec()
                .withRenewTime(ZonedDateTime.now(ZoneOffset.UTC))
                .endSpec()
                .build();
        rig.cluster.apply(lease);
    }

    private String reason(Tenant tenant, String type) {
        return TestTenants.condition(found(tenant), type).orElseThrow().getReason();
    }

    private List<String> events(Tenant tenant) {
        return rig.cluster.administrator().resources(Event.class).inNamespace("default").list().getItems().stream()
                .filter(event -> Objects.equals(
                        event.getInvolvedObject().getUid(), tenant.getMetadata().getUid()))
                .map(Event::getReason)
                .toList();
    }

    /** Of everything that was made for it, and of itself. */
    private Map<String, String> versions(Tenant tenant) {
        var versions = new TreeMap<String, String>();
        var client = rig.cluster.administrator();
        String namespace = TenantNames.of(tenant).namespace();
        var all = new ArrayList<HasMetadata>(
                List.of(found(tenant), runtime(tenant).require()));
        all.addAll(client.secrets().inNamespace(namespace).list().getItems());
        all.addAll(client.configMaps().inNamespace(namespace).list().getItems());
        all.addAll(client.services().inNamespace(namespace).list().getItems());
        all.addAll(client.network()
                .v1()
                .networkPolicies()
                .inNamespace(namespace)
                .list()
                .getItems());
        all.forEach(object -> versions.put(
                object.getKind() + "/" + object.getMetadata().getName(),
                object.getMetadata().getResourceVersion()));
        return versions;
    }

    @Test
    void whoIsNotUsedFallsAsleepWritesNothingAndWakesOnDemand() throws IOException, InterruptedException {
        var tenant = asleep(TestTenants.smallest());
        await().until(() -> events(tenant).contains("FellAsleep"));
        assertThat(reason(tenant, ConditionTypes.READY)).isEqualTo("AllReady");
        assertThat(reason(tenant, ConditionTypes.RUNTIME_READY)).isEqualTo("Asleep");
        assertThat(reason(tenant, ConditionTypes.RECONCILING)).isEqualTo("UpToDate");
        await().until(() -> runtime(tenant).require().getStatus().getReplicas() == null);

        var before = versions(tenant);
        Thread.sleep(Duration.ofSeconds(5)); // two resyncs of this rig, and many looks
        assertThat(versions(tenant)).isEqualTo(before);

        use(tenant);
        awaitState(tenant, RuntimeState.AWAKE);
        assertThat(replicas(tenant)).isEqualTo(1);
        await().until(() -> events(tenant).contains("Woke"));
        awaitState(tenant, RuntimeState.ASLEEP);
    }

    @Test
    void useKeepsItAwake() throws IOException, InterruptedException {
        var tenant = asleep(TestTenants.smallest());
        use(tenant);
        awaitState(tenant, RuntimeState.AWAKE);
        for (int second = 0; second < 16; second += 2) {
            use(tenant);
            Thread.sleep(Duration.ofSeconds(2));
            assertThat(replicas(tenant)).isEqualTo(1);
        }
    }

    @Test
    void suspensionBeatsDemand() throws IOException, InterruptedException {
        var tenant = asleep(TestTenants.smallest());
        rig.tenants.edit(tenant, spec -> TestTenants.with(spec, RunMode.SUSPENDED));
        rig.tenants.await(tenant, TenantPhase.SUSPENDED);
        use(tenant);
        Thread.sleep(Duration.ofSeconds(2));
        assertThat(replicas(tenant)).isZero();

        rig.tenants.edit(tenant, spec -> TestTenants.with(spec, RunMode.RUNNING));
        awaitState(tenant, RuntimeState.AWAKE);
    }

    @Test
    void aRestartOfTheOperatorWakesNobodyAndLosesNoDemand() throws IOException, InterruptedException {
        var tenant = asleep(TestTenants.smallest());
        rig.stopOperator();
        rig.startOperator();
        Thread.sleep(Duration.ofSeconds(3));
        assertThat(replicas(tenant)).isZero();

        rig.stopOperator();
        use(tenant);
        rig.startOperator();
        awaitState(tenant, RuntimeState.AWAKE);
    }

    @Test
    void editsAndChangedSecretsReachASleeperWithoutWakingIt() throws IOException, InterruptedException {
        rig.give("sleeper-cmx", Map.of("username", "u", "password", "first"));
        var tenant = asleep(TestTenants.withCmx("https://192.0.2.9:8443", "sleeper-cmx"));

        rig.tenants.edit(tenant, spec -> TestTenants.with(spec, "America/Bogota"));
        rig.give("sleeper-cmx", Map.of("username", "u", "password", "second"));

        await().untilAsserted(() -> {
            assertThat(rig.tenants.secret(tenant, "cmx").get("password")).isEqualTo("second");
            assertThat(runtime(tenant)
                            .require()
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .getFirst()
                            .getEnv())
                    .anyMatch(variable -> "America/Bogota".equals(variable.getValue()));
        });
        Thread.sleep(Duration.ofSeconds(3));
        assertThat(replicas(tenant)).isZero();
        assertThat(found(tenant).getStatus().runtime()).isEqualTo(RuntimeState.ASLEEP);
    }

    /** An operator that knew no sleep applied the replicas; an apply without them would set them to 1. */
    @Test
    void theReplicasOfAnEarlierVersionAreKeptAtTheUpgrade() throws InterruptedException {
        var tenant = rig.tenants.create(TestTenants.with(TestTenants.smallest(), RunMode.SUSPENDED));
        await().until(() -> runtime(tenant).get() != null);
        assertThat(replicas(tenant)).isZero();
        assertThat(runtime(tenant).require().getMetadata().getManagedFields())
                .as("as an apply left it")
                .noneMatch(entry -> "scale".equals(entry.getSubresource()));
        long generation = runtime(tenant).require().getMetadata().getGeneration();
        runtime(tenant)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"precinct.dev/applied\":\"of another version\"}}}");
        rig.tenants.edit(tenant, spec -> TestTenants.with(spec, "America/Bogota"));

        await().until(() -> runtime(tenant).require().getMetadata().getGeneration() > generation);
        Thread.sleep(Duration.ofSeconds(3));
        assertThat(replicas(tenant)).isZero();
        assertThat(rig.cluster
                        .administrator()
                        .resources(Event.class)
                        .inNamespace(TenantNames.of(tenant).namespace())
                        .list()
                        .getItems())
                .extracting(Event::getReason)
                .as("no pod in between")
                .doesNotContain("SuccessfulCreate");
    }
}
