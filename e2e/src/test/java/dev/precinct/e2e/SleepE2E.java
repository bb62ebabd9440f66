package dev.precinct.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.e2e.installation.Api;
import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A tenant that nobody uses goes to zero, and whoever comes next is answered. */
@Order(10)
@Installed(Kind.EMBEDDED)
class SleepE2E {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String RUNTIME = "sleeper/runtime";

    @Test
    void aTenantThatNobodyUsesSleepsAndTheNextRequestsAreHeldAndAnswered(PrecinctInstallation precinct)
            throws IOException {
        applySleeper(precinct);
        try {
            Api admin = admitted(precinct);

            for (int sleep = 1; sleep <= 2; sleep++) {
                awaitAsleep(precinct);
                assertThat(together(admin, 5)).as("sleep %d", sleep).containsOnly(200);
                assertThat(stateOf(precinct)).isIn("Awake", "Waking");
            }
            // What it shows is what there is now, not what there was before.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    admin.get("/api/location/v2/clients").json())
                            .isNotEmpty());
            assertThat(precinct.tenant("sleeper").get("/v1/me").status()).isEqualTo(401);
        } finally {
            precinct.command("delete", "tenant", "sleeper").succeeded();
        }
    }

    @Test
    void steadyUseAcrossItsSleepsMeetsNoFailure(PrecinctInstallation precinct) throws Exception {
        applySleeper(precinct);
        try {
            Api admin = admitted(precinct);
            var answers = new ArrayList<Integer>();
            // Pauses around the time at which it falls asleep: some meet it while it goes.
            for (int pause = 9_000; pause <= 17_000; pause += 1_000) {
                Thread.sleep(pause);
                answers.add(admin.get("/v1/me").status());
                answers.add(admin.get("/v1/places").status());
            }
            assertThat(answers).containsOnly(200);
        } finally {
            precinct.command("delete", "tenant", "sleeper").succeeded();
        }
    }

    private static void applySleeper(PrecinctInstallation precinct) throws IOException {
        Path file = precinct.example("sleeping-tenant.yaml");
        Files.writeString(file, Files.readString(file).replace("idleAfter: 10m", "idleAfter: 10s"));
        precinct.command("apply", "-f", file.toString()).succeeded();
    }

    /** The administrator, as soon as the gateway knows him. */
    private static Api admitted(PrecinctInstallation precinct) {
        Api admin = precinct.tenant("sleeper").as("admin", precinct.password("sleeper", "admin"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(admin.get("/v1/me").status()).isEqualTo(200));
        return admin;
    }

    private static void awaitAsleep(PrecinctInstallation precinct) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(stateOf(precinct)).isEqualTo("Asleep");
            assertThat(precinct.status().unit(RUNTIME).pid()).isNull();
        });
    }

    private static String stateOf(PrecinctInstallation precinct) {
        return precinct.kubernetes()
                .get("/apis/precinct.dev/v1alpha1/tenants/sleeper")
                .json()
                .path("status")
                .path("runtime")
                .asText();
    }

    private static List<Integer> together(Api user, int number) {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<CompletableFuture<Integer>>();
            for (int each = 0; each < number; each++) {
                answers.add(
                        CompletableFuture.supplyAsync(() -> user.get("/v1/me").status(), clients));
            }
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}
