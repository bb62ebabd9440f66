package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded API, asked by a kubectl that knows nothing of it: the one on the path, else the one that {@code cluster/} is made of. */
class KubectlKubeIT {
    private static final String TENANT = """
            apiVersion: precinct.dev/v1alpha1
            kind: Tenant
            metadata: {name: blue}
            spec: {displayName: Blue, permissions: {administrator: {name: admin}}}
            """;

    @TempDir
    private static Path folder;

    private static List<String> kubectl = List.of();
    private static EmbeddedKubernetes server;

    /** What a call printed, whether to one or the other stream, and its exit code. */
    private record Said(String text, int code) {
        Said ok() {
            assertThat(code).as(text).isZero();
            return this;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Optional<List<String>> found = find();
        Assumptions.assumeTrue(found.isPresent(), "no kubectl on the path, and cluster/ was not built here");
        kubectl = found.orElseThrow();
        server = EmbeddedKubernetes.start(
                Files.createDirectory(folder.resolve("kubernetes")), 0, "admin-token", Clock.systemUTC());
        server.listenWithTls(0).writeTo(folder.resolve("kubeconfig"));
        Files.writeString(folder.resolve("definition.yaml"), TenantCrd.yaml());
        call("apply", "--server-side", "-f", "definition.yaml").ok();
        call("wait", "--for=condition=Established", "crd/tenants.precinct.dev").ok();
    }

    private static Optional<List<String>> find() {
        Path cache = Path.of(Optional.ofNullable(System.getenv("PRECINCT_CLUSTER_HOME"))
                .orElse(System.getProperty("user.home") + "/.cache/precinct-cluster"));
        Path ours = cache.resolve("bin/precinct-kubernetes");
        Stream<List<String>> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, "kubectl"))
                .filter(Files::isExecutable)
                .map(program -> List.of(program.toString()));
        return Files.isExecutable(ours) ? Optional.of(List.of(ours.toString(), "kubectl")) : onPath.findFirst();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void forgetTheTenant() throws IOException {
        call("delete", "tenant", "blue", "--ignore-not-found").ok();
        Files.writeString(folder.resolve("tenant.yaml"), TENANT);
    }

    private static Said call(String... arguments) throws IOException {
        return call(Map.of(), arguments);
    }

    private static ProcessBuilder program(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(kubectl);
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", folder.resolve("kubeconfig").toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static Said call(Map<String, String> environment, String... arguments) throws IOException {
        Process process = program(environment, arguments).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Said(text, process.waitFor());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Of the first generation: a condition that was found for an older one is not waited for. */
    private static void setStatus(String phase, String ready) throws IOException {
        String conditions = "[{\"type\":\"Ready\",\"status\":\"" + ready
                + "\",\"reason\":\"Test\",\"message\":\"test\"," + "\"lastTransitionTime\":\"2026-11-21T10:00:00Z\"}]";
        String status =
                "{\"status\":{\"observedGeneration\":1,\"phase\":\"" + phase + "\",\"conditions\":" + conditions + "}}";
        call("patch", "tenant", "blue", "--subresource=status", "--type=merge", "-p", status)
                .ok();
    }

    @Test
    void appliesWithItsOwnMergeAndWithTheServers() throws Exception {
        assertThat(call("apply", "-f", "tenant.yaml").ok().text()).contains("tenant.precinct.dev/blue created");
        assertThat(call("apply", "-f", "tenant.yaml").ok().text()).contains("unchanged");
        Files.writeString(folder.resolve("tenant.yaml"), TENANT.replace("displayName: Blue", "displayName: Sky"));
        assertThat(call("diff", "-f", "tenant.yaml").text()).contains("displayName: Sky");
        assertThat(call("apply", "--server-side", "--force-conflicts", "-f", "tenant.yaml")
                        .ok()
                        .text())
                .contains("serverside-applied");
        assertThat(call("get", "tenant", "blue", "-o", "yaml").ok().text()).contains("displayName: Sky");
    }

    @Test
    void anUnknownFieldAndABrokenRuleAreRefused() throws Exception {
        Files.writeString(folder.resolve("tenant.yaml"), TENANT.replace("displayName", "displayNam"));
        assertThat(call("apply", "-f", "tenant.yaml").text()).contains("unknown field \"spec.displayNam\"");
        assertThat(call("apply", "--server-side", "-f", "tenant.yaml").text())
                .contains("unknown field \"spec.displayNam\"");
        Files.writeString(folder.resolve("tenant.yaml"), TENANT.replace("Blue", "''"));
        assertThat(call("apply", "-f", "tenant.yaml").text()).contains("is invalid", "spec.displayName: ");
    }

    @Test
    void printsTheColumnsOfTheDefinition() throws Exception {
        call("apply", "-f", "tenant.yaml").ok();
        setStatus("Ready", "True");
        assertThat(call("get", "tenants").ok().text())
                .matches("(?s)NAME +PHASE +READY +RUNTIME +URL +AGE\\s+blue +Ready +True +\\d+s\\s+");
        assertThat(call("get", "tenants", "-o", "wide").ok().text()).contains("CMX");
        assertThat(call("get", "namespaces").ok().text()).containsPattern("default +Active +\\d+");
    }

    @Test
    void waitsForAConditionAndWatches() throws Exception {
        call("apply", "-f", "tenant.yaml").ok();
        setStatus("Provisioning", "False");
        var later = Thread.ofVirtual().start(() -> {
            try {
                setStatus("Ready", "True");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        call("wait", "--for=condition=Ready", "tenant/blue", "--timeout=60s").ok();
        later.join();
        assertThat(firstLineOfAWatch("get", "tenants", "--watch", "--no-headers"))
                .containsPattern("blue +Ready +True");
    }

    /** A watch has no end of its own, and a limit of time for it would be one for discovery on a busy machine too. */
    private static String firstLineOfAWatch(String... arguments) throws IOException {
        Process process = program(Map.of(), arguments).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            return String.valueOf(lines.readLine());
        } finally {
            process.destroy();
        }
    }

    @Test
    void editsPatchesAndDeletes() throws Exception {
        call("apply", "-f", "tenant.yaml").ok();
        call(
                        "patch",
                        "tenant",
                        "blue",
                        "--type=json",
                        "-p",
                        "[{\"op\":\"replace\",\"path\":\"/spec/displayName\",\"value\":\"Green\"}]")
                .ok();
        assertThat(call(Map.of("KUBE_EDITOR", "sed -i s/Green/Violet/"), "edit", "tenant", "blue")
                        .ok()
                        .text())
                .contains("edited");
        assertThat(call("describe", "tenant", "blue").ok().text()).contains("Display Name:  Violet");
        call("label", "tenant", "blue", "a=b").ok();
        assertThat(call("get", "tenants", "-l", "a=b", "-o", "name").ok().text())
                .contains("tenant.precinct.dev/blue");
        assertThat(call("delete", "tenant", "blue").ok().text()).contains("deleted");
        assertThat(call("get", "tenant", "blue").text()).contains("(NotFound)");
    }

    @Test
    void explainsFieldsAndListsKinds() throws Exception {
        assertThat(call("explain", "tenant.spec.cmx.polling").ok().text())
                .contains("interval\t<string>")
                .contains("Time from one poll to the next");
        assertThat(call("explain", "deployment.spec.replicas").ok().text()).contains("<integer>");
        assertThat(call("api-resources").ok().text()).containsPattern("tenants .*precinct.dev/v1alpha1 +false +Tenant");
    }

    @Test
    void showsEvents() throws Exception {
        Files.writeString(folder.resolve("event.yaml"), """
                apiVersion: events.k8s.io/v1
                kind: Event
                metadata: {name: blue.1, namespace: default}
                regarding: {kind: Tenant, name: blue, apiVersion: precinct.dev/v1alpha1}
                eventTime: "2026-11-21T10:00:00.000000Z"
                action: Test
                type: Normal
                reason: Provisioned
                note: the database is there
                reportingController: test
                reportingInstance: test
                """);
        call("apply", "-f", "event.yaml").ok();
        assertThat(call("get", "events.events.k8s.io").ok().text())
                .containsPattern("Normal +Provisioned +tenant/blue +the database is there");
    }

    @Test
    void saysThatThereAreNoPodsToReadFrom() throws Exception {
        assertThat(call("get", "--raw", "/api/v1/namespaces/default/pods/x/log").text())
                .contains("(NotImplemented)")
                .contains("./precinct logs");
    }

    @Test
    void isToldHowToCreateWhatItWouldSendAsProtobuf() throws Exception {
        String made = call("create", "configmap", "made", "--from-literal=a=b", "--dry-run=client", "-o", "yaml")
                .ok()
                .text();
        Files.writeString(folder.resolve("made.yaml"), made);
        call("apply", "-f", "made.yaml").ok();
        Said direct = call("create", "configmap", "direct", "--from-literal=a=b");
        if (direct.code() != 0) { // older ones send JSON
            assertThat(direct.text()).contains("--dry-run=client -o yaml");
        }
    }

    @Test
    void isRefusedWithAWrongToken() throws Exception {
        Said said = call("--token=wrong", "get", "tenants");
        assertThat(said.code()).isNotZero();
        assertThat(said.text()).contains("You must be logged in to the server");
    }
}
