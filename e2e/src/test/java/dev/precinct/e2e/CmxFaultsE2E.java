package dev.precinct.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.e2e.installation.Api;
import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Order(4)
@Installed(Kind.EMBEDDED)
class CmxFaultsE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CLIENTS = "/api/location/v2/clients";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"unauthorized\"}",
                "{\"kind\":\"redirect\"}",
                "{\"kind\":\"cut\"}",
                "{\"kind\":\"unavailable\"}",
                "{\"kind\":\"slow\",\"delayMs\":60000}",
            })
    void whileCmxFailsTheLastKnownDevicesStayAndSayTheirAge(String fault, PrecinctInstallation precinct) {
        Api ben = precinct.demo("ben");
        await().atMost(PATIENCE).until(() -> fresh(ben));
        precinct.fault(fault);
        try {
            await().atMost(PATIENCE).untilAsserted(() -> {
                var answer = ben.get(CLIENTS);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.json()).isNotEmpty();
                assertThat(answer.header("warning")).startsWith("110");
                assertThat(Integer.parseInt(answer.header("age"))).isPositive();
            });
        } finally {
            precinct.fault("");
        }
        await().atMost(PATIENCE).until(() -> fresh(ben));
    }

    private static boolean fresh(Api user) {
        var answer = user.get(CLIENTS);
        return answer.status() == 200
                && !answer.json().isEmpty()
                && answer.header("warning").isEmpty();
    }
}
