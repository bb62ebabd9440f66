package dev.precinct.local.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.local.home.Home;
import dev.precinct.local.home.Ports;
import dev.precinct.local.kubernetes.EmbeddedKubernetes;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node over the embedded Kubernetes API, with real processes. */
class NodeTest {
    private static final Programs PROGRAMS = _ -> List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            Path.of("target", "test-classes").toAbsolutePath().toString(),
            TestingServer.class.getName());

    @TempDir
    Path folder;

    private EmbeddedKubernetes kubernetes;
    private KubernetesClient client;
    private Home home;
    private Node node;
    private volatile List<ReplicaRecords.Entry> running = List.of();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private Thread loop;

    @BeforeEach
    void start() throws IOException {
        home = Home.open(folder.resolve("home"), folder);
        kubernetes = EmbeddedKubernetes.start(folder.resolve("kubernetes"), Ports.free(), "admin", Clock.systemUTC());
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubernetes.kubeconfig().text()))
                .build();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("tenant-acme")
                        .endMetadata()
                        .build())
                .create();
        startNode(List.of());
    }

    @AfterEach
    void stop() throws InterruptedException {
        stopNode();
        node.end(_ -> true, Duration.ofSeconds(2));
        node.close();
        client.close();
        kubernetes.close();
    }

    @Test
    void aReplicaIsAProcessWithTheEnvironmentOfItsDeployment() {
        secret("one", "first");
        apply(deployment("runtime", "hello"));

        awaitReady("runtime");
        assertThat(answer("runtime", "/env/GREETING")).isEqualTo("hello");
        assertThat(answer("runtime", "/file/SECRET")).isEqualTo("first");
        assertThat(status("runtime")).isEqualTo(1);
    }

    @Test
    void aChangedVariableRestartsThatProcessAndNoOther() {
        secret("one", "first");
        apply(deployment("runtime", "hello"));
        apply(deployment("other", "hello"));
        awaitReady("runtime");
        awaitReady("other");
        long before = pid("runtime");
        long other = pid("other");

        apply(deployment("runtime", "goodbye"));

        await().atMost(Duration.ofSeconds(20)).until(() -> pid("runtime") != before && ready("runtime"));
        assertThat(answer("runtime", "/env/GREETING")).isEqualTo("goodbye");
        assertThat(pid("other")).isEqualTo(other);
    }

    @Test
    void aChangedSecretChangesTheFileAndNotTheProcess() {
        secret("one", "first");
        apply(deployment("runtime", "hello"));
        awaitReady("runtime");
        long before = pid("runtime");

        secret("one", "second");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> answer("runtime", "/file/SECRET").equals("second"));
        assertThat(pid("runtime")).isEqualTo(before);
    }

    @Test
    void aReplicaWaitsForASecretThatIsNotThere() {
        apply(deployment("runtime", "hello"));
        await().atMost(Duration.ofSeconds(10)).until(() -> state("runtime").equals("starting"));
        assertThat(pid("runtime")).isZero();

        secret("one", "first");

        awaitReady("runtime");
    }

    @Test
    void aKilledProcessComesBackAndIsCounted() {
        secret("one", "first");
        apply(deployment("runtime", "hello"));
        awaitReady("runtime");
        long before = pid("runtime");

        ProcessHandle.of(before).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> pid("runtime") != before && ready("runtime"));
        assertThat(entry("runtime").restarts()).isEqualTo(1);
    }

    @Test
    void theOldProcessServesUntilTheNewOneIsReady() {
        secret("one", "first");
        apply(deployment("runtime", "hello"));
        awaitReady("runtime");
        long before = pid("runtime");

        apply(deployment("runtime", "never-ready"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> running.stream()
                                .filter(entry -> entry.unit().equals("acme/runtime"))
                                .count()
                        == 2);
        assertThat(answer("runtime", "/env/GREETING")).isEqualTo("hello");
        assertThat(ProcessHandle.of(before).orElseThrow().isAlive()).isTrue();
        // Of the second generation: two, one of them new, the old one ready.
        awaitCounts(List.of(2L, 2L, 1L, 1L));
    }

    @Test
    void anOldProcessThatIsEndingDoesNotCount() {
        secret("one", "first");
        apply(deployment("runtime", "hello"));
        awaitReady("runtime");

        apply(deployment("runtime", "goodbye"));

        awaitCounts(List.of(2L, 1L, 1L, 1L));
        assertThat(answer("runtime", "/env/GREETING")).isEqualTo("goodbye");
    }

    @Test
    void theNextNodeTakesOverWhatAKilledOneLeft() throws InterruptedException {
        secret("one", "first");
        apply(deployment("runtime", "hello"));
        awaitReady("runtime");
        long before = pid("runtime");
        var left = running;

        stopNode();
        node.close();
        startNode(left);

        awaitReady("runtime");
        assertThat(pid("runtime")).isEqualTo(before);
        assertThat(entry("runtime").restarts()).isZero();
    }

    @Test
    void aDeletedDeploymentLeavesNoProcessAddressOrSecret() {
        secret("one", "first");
        apply(deployment("runtime", "hello"));
        apply(deployment("other", "hello"));
        awaitReady("runtime");
        awaitReady("other");
        assertThat(home.volumes().resolve("tenant-acme/runtime")).isNotEmptyDirectory();
        long before = pid("runtime");

        client.apps()
                .deployments()
                .inNamespace("tenant-acme")
                .withName("runtime")
                .delete();

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        ProcessHandle.of(before).filter(ProcessHandle::isAlive).isEmpty());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !Files.exists(home.addresses().resolve("tenant-acme/runtime")));
        assertThat(home.volumes().resolve("tenant-acme/other")).isNotEmptyDirectory();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !Files.exists(home.volumes().resolve("tenant-acme/runtime")));
    }

    private void startNode(List<ReplicaRecords.Entry> left) {
        node = new Node(client, home, PROGRAMS, left, Clock.systemUTC());
        stopped.set(false);
        loop = Thread.ofPlatform().start(() -> {
            while (!stopped.get()) {
                running = node.step();
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(50).toNanos());
            }
        });
    }

    private void stopNode() throws InterruptedException {
        stopped.set(true);
        loop.join();
    }

    private void secret(String name, String value) {
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace("tenant-acme")
                        .endMetadata()
                        .addToStringData("value", value)
                        .build())
                .serverSideApply();
    }

    private void apply(Deployment deployment) {
        client.resource(deployment).serverSideApply();
        client.resource(new ServiceBuilder()
                        .withNewMetadata()
                        .withName(deployment.getMetadata().getName())
                        .withNamespace("tenant-acme")
                        .endMetadata()
                        .withNewSpec()
                        .addToSelector("app", deployment.getMetadata().getName())
                        .addNewPort()
                        .withName("http")
                        .withProtocol("TCP")
                        .withPort(8080)
                        .withNewTargetPort("http")
                        .endPort()
                        .endSpec()
                        .build())
                .serverSideApply();
    }

    private static Deployment deployment(String name, String greeting) {
        return Serialization.unmarshal("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: { name: %1$s, namespace: tenant-acme }
                spec:
                  replicas: 1
                  selector: { matchLabels: { app: %1$s } }
                  template:
                    metadata: { labels: { app: %1$s } }
                    spec:
                      automountServiceAccountToken: false
                      terminationGracePeriodSeconds: 2
                      containers:
                        - name: main
                          image: precinct/testing
                          env:
                            - { name: GREETING, value: %2$s }
                            - { name: SECRET, value: /etc/one/value }
                          ports: [{ name: http, containerPort: 8080, protocol: TCP }]
                          readinessProbe: { httpGet: { path: /ready, port: http }, periodSeconds: 1 }
                          volumeMounts: [{ name: one, mountPath: /etc/one }]
                      volumes: [{ name: one, secret: { secretName: one } }]
                """.formatted(name, greeting), Deployment.class);
    }

    private void awaitReady(String name) {
        await().atMost(Duration.ofSeconds(20)).until(() -> ready(name));
    }

    private boolean ready(String name) {
        return state(name).equals("running") && Files.exists(home.addresses().resolve("tenant-acme/" + name));
    }

    private ReplicaRecords.Entry entry(String name) {
        return running.stream()
                .filter(entry -> entry.unit().equals("acme/" + name))
                .findFirst()
                .orElseThrow();
    }

    private String state(String name) {
        return running.stream()
                .filter(entry -> entry.unit().equals("acme/" + name))
                .findFirst()
                .map(ReplicaRecords.Entry::state)
                .orElse("");
    }

    private long pid(String name) {
        return running.stream()
                .filter(entry -> entry.unit().equals("acme/" + name))
                .findFirst()
                .map(entry -> entry.process().pid())
                .orElse(0L);
    }

    private int status(String name) {
        await().atMost(Duration.ofSeconds(5)).until(() -> readyReplicas(name) > 0);
        return readyReplicas(name);
    }

    /** Observed generation, replicas, updated and ready ones. */
    private void awaitCounts(List<Long> wanted) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var found = client.apps()
                    .deployments()
                    .inNamespace("tenant-acme")
                    .withName("runtime")
                    .get();
            var status = Objects.requireNonNullElseGet(found.getStatus(), DeploymentStatus::new);
            assertThat(Stream.of(
                                    status.getObservedGeneration(),
                                    status.getReplicas(),
                                    status.getUpdatedReplicas(),
                                    status.getReadyReplicas())
                            .map(number -> number == null ? 0L : number.longValue()))
                    .containsExactlyElementsOf(wanted);
        });
    }

    private int readyReplicas(String name) {
        var status = client.apps()
                .deployments()
                .inNamespace("tenant-acme")
                .withName(name)
                .get()
                .getStatus();
        return status == null || status.getReadyReplicas() == null ? 0 : status.getReadyReplicas();
    }

    private String answer(String name, String path) {
        return TestingServer.ask(home.addresses().resolve("tenant-acme/" + name), path);
    }
}
