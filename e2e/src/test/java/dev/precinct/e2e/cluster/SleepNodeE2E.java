package dev.precinct.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.e2e.installation.Api;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A tenant that nobody uses has no pod, and nobody notices. */
@Order(4)
class SleepNodeE2E {
    private static final String COUNT = "/api/location/v2/clients/count";
    private static final String NAMESPACE = "tenant-initech";
    private static final String SLEEPER = """
            apiVersion: precinct.dev/v1alpha1
            kind: Tenant
            metadata: { name: initech }
            spec:
              displayName: Initech
              cmx: { url: "http://simulator.precinct-system.svc:8083", credentialsSecret: simulator, polling: { interval: 5s }, notifications: Disabled }
              scaling: { min: 0, idleAfter: 10s }
              permissions:
                roles: [{ name: floor-staff, allow: ["clients:read"] }]
                users: [{ name: lena, role: floor-staff, segments: ["North Campus"] }]
                administrator: { name: admin }
              database: { onDelete: Delete }
            """;

    private static Api lena;

    @BeforeAll
    static void start() {
        InstalledChart.ensure();
        Cluster.apply(SLEEPER).succeeded();
        InstalledChart.awaitReady("initech");
        lena = InstalledChart.as("initech", "lena");
        // A user is known to the gateways a moment after the runtime has published him.
        Awaitility.await()
                .atMost(1, TimeUnit.MINUTES)
                .until(() -> lena.get(COUNT).status() == 200);
    }

    @AfterAll
    static void stop() {
        Cluster.kubectl("delete", "tenant", "initech", "--timeout=120s").succeeded();
    }

    private static int replicas() {
        return Cluster.get("deployment", "runtime", "-n", NAMESPACE)
                .at("/spec/replicas")
                .asInt();
    }

    private static void untilItIsToldToEnd() {
        Awaitility.await()
                .atMost(90, TimeUnit.SECONDS)
                .pollInterval(200, TimeUnit.MILLISECONDS)
                .until(() -> replicas() == 0);
    }

    private static void untilItSleeps() {
        untilItIsToldToEnd();
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> Cluster.get("pods", "-n", NAMESPACE).path("items").isEmpty());
    }

    @Test
    void itHasNoPodIsReadyAllTheSameAndManyWhoComeAtOnceAreAllAnswered() throws Exception {
        assertThat(lena.get(COUNT).status()).isEqualTo(200);
        untilItSleeps();
        assertThat(Cluster.kubectl("wait", "--for=condition=Ready", "tenant/initech", "--timeout=5s")
                        .exit())
                .isZero();
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(Cluster.kubectl("get", "tenant", "initech")
                                .succeeded()
                                .text())
                        .contains("Asleep"));

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 20; i++) {
                answers.add(clients.submit(() -> lena.get(COUNT).status()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(replicas()).isOne();
    }

    @Test
    void whoComesWhileItFallsAsleepIsAnswered() {
        for (int i = 0; i < 3; i++) {
            assertThat(lena.get(COUNT).status()).isEqualTo(200);
            untilItIsToldToEnd();
            assertThat(lena.get(COUNT).status()).as("round " + i).isEqualTo(200);
        }
    }

    @Test
    void whoIsNotLetInWakesNobody() {
        lena.get(COUNT);
        untilItSleeps();
        var stranger = InstalledChart.api("initech");
        for (int i = 0; i < 20; i++) {
            assertThat(stranger.get(COUNT).status()).isEqualTo(401);
            assertThat(stranger.as("guessed-" + i, "wrong").get(COUNT).status()).isIn(401, 429);
            assertThat(stranger.get("/").status()).isEqualTo(200);
        }
        assertThat(replicas()).isZero();
    }
}
