package dev.precinct.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What code inside a tenant's namespace gets at. */
@Order(2)
class IsolationNodeE2E {
    private static final List<String> TENANTS = List.of(InstalledChart.ACME, InstalledChart.GLOBEX);
    private static final String OWN = "tenant-" + InstalledChart.ACME;
    private static final String PAUSED = "precinct.dev/paused";

    /** Of this machine, which stands for what is outside the cluster. */
    private static ServerSocket outside;

    private static ProbePod probe;

    @BeforeAll
    static void start() throws IOException {
        InstalledChart.ensure();
        outside = new ServerSocket();
        outside.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0));
        probe = ProbePod.start(OWN);
    }

    @AfterAll
    static void stop() throws IOException {
        if (probe != null) {
            probe.close();
        }
        outside.close();
    }

    /** The node itself, whatever cloud it may be in, and what lies beyond it. */
    private static Map<String, String> rows() {
        var rows = new TreeMap<>(Reach.ofEverythingThatListens());
        rows.put("tcp://" + Cluster.NODE + ":6443", Reach.CLOSED);
        rows.put("tcp://" + Cluster.NODE + ":10250", Reach.CLOSED);
        rows.put("tcp://" + Cluster.NODE + ":30080", Reach.CLOSED);
        rows.put("tcp://169.254.169.254:80", Reach.CLOSED);
        rows.put("tcp://10.250.0.1:" + outside.getLocalPort(), Reach.CLOSED);
        return rows;
    }

    private static void pause(boolean paused) {
        TENANTS.forEach(tenant -> Cluster.kubectl("annotate", "tenant", tenant, "--overwrite", PAUSED + "=" + paused)
                .succeeded());
    }

    private static List<String> policies(String tenant) {
        return Cluster.get("networkpolicies", "-n", "tenant-" + tenant)
                .path("items")
                .valueStream()
                .map(policy -> policy.path("metadata").path("name").asText())
                .toList();
    }

    @Test
    void aTenantReachesWhatItNeedsAndNothingElseAndOnlyThePoliciesKeepItFromTheRest() {
        var rows = rows();
        assertThat(probe.dial(rows.keySet())).isEqualTo(rows);

        List<String> closed = rows.entrySet().stream()
                .filter(row -> row.getValue().equals(Reach.CLOSED))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(closed).hasSizeGreaterThan(10);
        pause(true);
        try {
            TENANTS.forEach(tenant -> Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() -> Cluster.kubectl("wait", "--for=condition=Paused", "tenant/" + tenant, "--timeout=1s")
                                    .exit()
                            == 0));
            TENANTS.forEach(tenant -> Cluster.kubectl("-n", "tenant-" + tenant, "delete", "networkpolicies", "--all")
                    .succeeded());
            Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(probe.dial(closed))
                            .as("without policies")
                            .isEqualTo(closed.stream().collect(Collectors.toMap(target -> target, _ -> Reach.OPEN))));
        } finally {
            pause(false);
        }
        TENANTS.forEach(tenant -> Awaitility.await()
                .atMost(1, TimeUnit.MINUTES)
                .untilAsserted(
                        () -> assertThat(policies(tenant)).containsExactlyInAnyOrder("default-deny", "openings")));
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(probe.dial(rows.keySet())).isEqualTo(rows));
    }

    @Test
    void theRuntimeAnswersNobodyWhoComesPastTheGateway() {
        String runtime = "http://runtime." + OWN + ".svc.cluster.local:8080";
        var targets = List.of(runtime + "/v1/me", runtime + "/api/location/v2/clients", runtime + "/nowhere");

        assertThat(probe.dial(targets).values()).containsOnly("401");
    }

    @Test
    void aPodOfATenantHasNoTokenAndItsAccountMayReadNoSecret() {
        for (JsonNode pod : Cluster.get("pods", "-n", OWN).path("items")) {
            assertThat(pod.path("spec").path("volumes").valueStream())
                    .as(pod.path("metadata").path("name").asText())
                    .noneMatch(volume -> volume.has("projected"));
        }
        String account = "--as=system:serviceaccount:" + OWN + ":runtime";
        int secrets = 0;
        for (JsonNode secret : Cluster.get("secrets", "-A").path("items")) {
            String namespace = secret.path("metadata").path("namespace").asText();
            String name = secret.path("metadata").path("name").asText();
            assertThat(Cluster.kubectl("auth", "can-i", "get", "secret/" + name, "-n", namespace, account)
                            .text())
                    .as(namespace + "/" + name)
                    .contains("no");
            secrets++;
        }
        assertThat(secrets).isGreaterThan(10);
        assertThat(Cluster.kubectl("auth", "can-i", "--list", "-n", OWN, account)
                        .text())
                .doesNotContain("secrets", "pods", "*.*");
    }

    @Test
    void aPodThatBreaksTheRestrictedProfileIsRefused() {
        String good = ProbePod.manifest(OWN, "bad", "wait", "64Mi");
        List.of(
                        good.replace("runAsNonRoot: true", "runAsNonRoot: true, runAsUser: 0"),
                        good.replace("allowPrivilegeEscalation: false", "privileged: true"),
                        good.replace("drop: [ALL]", "drop: []"),
                        good.replace("restartPolicy: Never", "restartPolicy: Never\n  hostNetwork: true"),
                        good.replace(
                                "seccompProfile: { type: RuntimeDefault }", "seccompProfile: { type: Unconfined }"))
                .forEach(bad -> {
                    assertThat(bad).isNotEqualTo(good);
                    assertThat(Cluster.apply(bad).text()).contains("violates PodSecurity");
                });
    }

    @Test
    void aPodThatEatsItsMemoryDiesAlone() {
        int restarts = restarts();
        try (var eater = new ProbePod(OWN, "eater")) {
            Cluster.apply(ProbePod.manifest(OWN, eater.name(), "eat, \"400\"", "64Mi"))
                    .succeeded();

            Awaitility.await()
                    .atMost(1, TimeUnit.MINUTES)
                    .untilAsserted(() -> assertThat(eater.object()
                                    .at("/status/containerStatuses/0/state/terminated/reason")
                                    .asText())
                            .isEqualTo("OOMKilled"));
        }
        assertThat(restarts()).isEqualTo(restarts);
        assertThat(InstalledChart.as(InstalledChart.ACME, "ben")
                        .get("/api/location/v2/clients/count")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTenantGetsNoMoreThanItsQuota() {
        assertThat(Cluster.apply(ProbePod.manifest(OWN, "huge", "wait", "64Gi")).text())
                .contains("exceeded quota", "limits.memory");
    }

    private static int restarts() {
        return Cluster.get("pods", "-A")
                .path("items")
                .valueStream()
                .mapToInt(pod ->
                        pod.at("/status/containerStatuses/0/restartCount").asInt())
                .sum();
    }
}
