package dev.precinct.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import dev.precinct.e2e.installation.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Order(5)
@Installed(Kind.EMBEDDED)
class RecoveryE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern PID = Pattern.compile("\"pid\"\\s*:\\s*(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"acme/runtime", "simulator", "operator", "gateway", "redis", "postgres"})
    void aKilledUnitComesBackByItselfAndNothingIsLost(String unit, PrecinctInstallation precinct) {
        String user = "k" + unit.replaceAll("\\W", "");
        var made = precinct.demo("admin").send("POST", "/v1/users", """
                {"name":"%s","role":"floor-staff","groups":[],"segments":["*"],"disclosure":"Full"}""".formatted(user));
        assertThat(made.status()).isEqualTo(201);
        long before = precinct.status().pid(unit);

        kill(before);

        await().pollInterval(Duration.ofSeconds(1)).atMost(PATIENCE).untilAsserted(() -> {
            Status.Unit now = precinct.status().unit(unit);
            assertThat(now.state()).isEqualTo("running");
            assertThat(now.pid()).isNotNull().isNotEqualTo(before);
        });
        String password = made.json().path("password").asText();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            var answer = precinct.tenant(PrecinctInstallation.DEMO)
                    .as(user, password)
                    .get("/api/location/v2/clients");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).isNotEmpty();
            assertThat(answer.header("warning")).isEmpty();
        });
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(precinct.demo("admin")
                                .send("DELETE", "/v1/users/" + user, "")
                                .status())
                        .isEqualTo(204));
    }

    @Test
    void theNextUpTakesOverWhatAKilledSupervisorLeft(PrecinctInstallation precinct) throws IOException {
        var before = pids(precinct.status());
        var state = PID.matcher(Files.readString(precinct.home().resolve("run").resolve("supervisor.json")));
        assertThat(state.find()).isTrue();
        kill(Long.parseLong(state.group(1)));

        precinct.up().succeeded();

        assertThat(pids(precinct.status())).isEqualTo(before);
        assertThat(precinct.demo("ana").get("/v1/me").status()).isEqualTo(200);
    }

    private static Map<String, Long> pids(Status status) {
        var pids = new TreeMap<String, Long>();
        status.units().forEach(unit -> pids.put(unit.name(), status.pid(unit.name())));
        assertThat(pids).isNotEmpty();
        return pids;
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }
}
