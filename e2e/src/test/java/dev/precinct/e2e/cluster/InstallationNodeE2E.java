package dev.precinct.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever installs the chart sees. */
@Order(1)
class InstallationNodeE2E {
    private static final String COUNT = "/api/location/v2/clients/count";

    @BeforeAll
    static void install() {
        InstalledChart.ensure();
    }

    @Test
    void theDemoTenantIsServedAtTheNodesPort() {
        var ben = InstalledChart.as(InstalledChart.ACME, "ben");
        Awaitility.await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> {
            int second = ben.get(COUNT).json().path("count").asInt();
            assertThat(second).isPositive();
            assertThat(ben.get("/api/location/v1/clients/count")
                            .json()
                            .path("count")
                            .asInt())
                    .isEqualTo(second);
            assertThat(ben.get("/api/location/v2/clients").json()).hasSize(second);
        });
        assertThat(InstalledChart.api(InstalledChart.ACME)
                        .as("ben", "wrong")
                        .get(COUNT)
                        .status())
                .isEqualTo(401);
        assertThat(InstalledChart.as(InstalledChart.GLOBEX, "lena").get(COUNT).status())
                .isEqualTo(200);
        assertThat(InstalledChart.api(InstalledChart.GLOBEX)
                        .as("ben", Cluster.secret("tenant-acme", "user-passwords", "ben"))
                        .get(COUNT)
                        .status())
                .as("a user of another tenant")
                .isEqualTo(401);
        assertThat(InstalledChart.api(InstalledChart.ACME).get("/").body()).contains("<!doctype html>");
        assertThat(InstalledChart.api("nobody").get("/").status()).isEqualTo(404);
    }

    @Test
    void itsOwnTestPasses() {
        assertThat(Cluster.helm("test", InstalledChart.RELEASE, "-n", InstalledChart.NAMESPACE)
                        .succeeded()
                        .text())
                .contains("Succeeded");
    }

    @Test
    void everyPodWouldRunInARestrictedNamespace() {
        assertThat(Cluster.kubectl(
                                "label",
                                "--dry-run=server",
                                "--overwrite",
                                "namespace",
                                InstalledChart.NAMESPACE,
                                "pod-security.kubernetes.io/enforce=restricted")
                        .succeeded()
                        .text())
                .doesNotContainIgnoringCase("warning");
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.replica=3, '/gateway', 'replica'",
        "publicUrl=ftp://precinct.example, '/publicUrl', '^https?://'",
        "gateway.service.type=Nodeport, '/gateway/service/type', 'NodePort'",
        "operator.resync=often, '/operator/resync', 'often'",
        "image.registry=https://registry.example, '/image/registry', 'https://registry.example'",
        "bundled.postgresql.storage.size=lots, '/bundled/postgresql/storage/size', 'lots'",
        "simulator.enabled=false, '/simulator/enabled', 'true'"
    })
    void aWrongValueIsRefusedByItsName(String value, String place, String said) {
        var refused = Cluster.helm(InstalledChart.command("upgrade", "--dry-run=client", "--set", value));

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.text()).contains(place, said);
    }

    @Test
    void anInstallationWithoutAServerSaysWhichValueNamesOne() {
        assertThat(Cluster.helm(InstalledChart.command(
                                "upgrade", "--dry-run=client", "--set", "bundled.postgresql.enabled=false"))
                        .text())
                .contains("databaseServers.default: name a server");
    }

    @Test
    void anUpgradeThatChangesEveryGatewayFailsNoRequest() throws Exception {
        var ben = InstalledChart.as(InstalledChart.ACME, "ben");
        var ended = new AtomicBoolean();
        var asked = new AtomicInteger();
        var failures = new ArrayList<String>();
        var client = Thread.ofVirtual().start(() -> {
            while (!ended.get()) {
                // As independent clients do: a connection for each.
                String said = answerOf(
                        () -> String.valueOf(ben.with("X-Client", "upgrade").rawStatus(COUNT)));
                asked.incrementAndGet();
                if (!said.equals("200")) {
                    failures.add(said);
                }
            }
        });

        Cluster.helm(InstalledChart.command(
                        "upgrade", "--set-string", "gateway.javaOptions=-Xmx250m -XX:+UseSerialGC -XX:AOTMode=on"))
                .succeeded();
        Cluster.kubectl("-n", InstalledChart.NAMESPACE, "rollout", "status", "deployment/gateway", "--timeout=180s")
                .succeeded();
        ended.set(true);
        client.join();

        assertThat(failures).as("of " + asked + " requests").isEmpty();
        assertThat(asked.get()).isGreaterThan(50);
        assertThat(List.of(InstalledChart.ACME, InstalledChart.GLOBEX)).allSatisfy(InstalledChart::awaitReady);
    }

    private static String answerOf(java.util.function.Supplier<String> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
