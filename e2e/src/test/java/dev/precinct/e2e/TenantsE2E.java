package dev.precinct.e2e;

import static dev.precinct.e2e.installation.PrecinctInstallation.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.e2e.installation.Api;
import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Order(6)
@Installed(Kind.EMBEDDED)
class TenantsE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Test
    void aSessionOfOneTenantIsNothingAtTheOther(PrecinctInstallation precinct) {
        apply(precinct, precinct.example("second-tenant.yaml"));
        try {
            String login = "{\"user\":\"ana\",\"password\":\"%s\"}".formatted(precinct.password(DEMO, "ana"));
            var answer = precinct.tenant(DEMO).send("POST", "/v1/session", login);
            assertThat(answer.status()).isEqualTo(200);
            String cookie = answer.header("set-cookie").replaceAll(";.*", "");
            assertThat(cookieAt(precinct.tenant(DEMO), cookie)).isEqualTo(200);
            assertThat(cookieAt(precinct.tenant("globex"), cookie)).isEqualTo(401);
            assertThat(precinct.tenant("globex")
                            .send("POST", "/v1/session", login)
                            .status())
                    .isEqualTo(401);
        } finally {
            precinct.command("delete", "tenant", "globex").succeeded();
        }
    }

    private static int cookieAt(Api tenant, String cookie) {
        return tenant.with("Cookie", cookie).get("/v1/session").status();
    }

    @Test
    void anEditedFieldRestartsTheRuntimeOfThatTenantAndNoOther(PrecinctInstallation precinct) throws IOException {
        Path file = precinct.example("second-tenant.yaml");
        apply(precinct, file);
        try {
            var before = precinct.status();
            Files.writeString(file, Files.readString(file).replace("Europe/Zurich", "Asia/Tokyo"));
            apply(precinct, file);

            await().pollInterval(Duration.ofSeconds(1)).atMost(PATIENCE).untilAsserted(() -> {
                var now = precinct.status();
                assertThat(now.pid("globex/runtime")).isNotEqualTo(before.pid("globex/runtime"));
                for (String other : new String[] {"acme/runtime", "gateway", "operator", "simulator"}) {
                    assertThat(now.pid(other)).as(other).isEqualTo(before.pid(other));
                }
            });
            Api sam = precinct.tenant("globex").as("sam", precinct.password("globex", "sam"));
            await().atMost(PATIENCE).untilAsserted(() -> {
                var me = sam.get("/v1/me");
                assertThat(me.status()).as(me.body()).isEqualTo(200);
                assertThat(me.json().path("timeZone").asText()).as(me.body()).isEqualTo("Asia/Tokyo");
            });
        } finally {
            precinct.command("delete", "tenant", "globex").succeeded();
        }
    }

    @Test
    void aTenantMadeAgainHasNewPasswordsAndForgetsTheOld(PrecinctInstallation precinct) {
        Path file = precinct.example("second-tenant.yaml");
        apply(precinct, file);
        String before = precinct.password("globex", "sam");
        precinct.command("delete", "tenant", "globex").succeeded();
        apply(precinct, file);
        try {
            String now = precinct.password("globex", "sam");

            assertThat(now).isNotEqualTo(before);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(statusOf(precinct, now)).isEqualTo(200));
            assertThat(statusOf(precinct, before)).isEqualTo(401);
        } finally {
            precinct.command("delete", "tenant", "globex").succeeded();
        }
    }

    @Test
    void aDeletedTenantLeavesNoSubscriptionAtItsCmx(PrecinctInstallation precinct) {
        // A simulator that was killed forgets its subscriptions, and the demo tenant subscribes again in its own time.
        var before = subscriptions(precinct);
        apply(precinct, precinct.example("second-tenant.yaml"));
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(subscriptions(precinct)).contains("precinct-globex"));
        } finally {
            precinct.command("delete", "tenant", "globex").succeeded();
        }

        assertThat(subscriptions(precinct)).doesNotContain("precinct-globex").containsAll(before);
    }

    private static List<String> subscriptions(PrecinctInstallation precinct) {
        var answer = precinct.simulator().get("/api/config/v1/notifications");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().findValuesAsText("name");
    }

    @Test
    void whereNothingAnswersAtALocalCmxTheSimulatorsAddressIsHintedAt(PrecinctInstallation precinct)
            throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        String text = Files.readString(precinct.example("second-tenant.yaml"))
                .replaceAll("url: http://127\\.0\\.0\\.1:\\d+", "url: http://127.0.0.1:" + nobody);
        try {
            var output = precinct.command(
                    "apply",
                    "--no-wait",
                    "-f",
                    precinct.file("elsewhere.yaml", text).toString());

            output.succeeded();
            assertThat(output.text())
                    .contains(
                            "spec.cmx.url of tenant globex",
                            precinct.status().simulator().url());
        } finally {
            precinct.command("delete", "tenant", "globex").succeeded();
        }
    }

    private static int statusOf(PrecinctInstallation precinct, String password) {
        return precinct.tenant("globex").as("sam", password).get("/v1/me").status();
    }

    @ParameterizedTest
    @CsvSource({
        "North Campus>Library>Level 3, North Campus>>Level 3, segments",
        "role: analyst, role: nosuchrole, role",
        "displayName: Globex Research, displayname: Globex Research, displayname",
        "timeZone: Europe/Zurich, timeZone: Mars/Olympus, timeZone",
        "interval: 5s, interval: soon, interval",
    })
    void aBadFieldIsRefusedByItsName(String good, String bad, String field, PrecinctInstallation precinct)
            throws IOException {
        String text = Files.readString(precinct.example("second-tenant.yaml")).replace(good, bad);

        var output =
                precinct.command("apply", "-f", precinct.file("bad.yaml", text).toString());

        assertThat(output.exit()).isNotZero();
        assertThat(output.text()).contains(field).doesNotContain("\tat ");
        precinct.command("delete", "tenant", "globex");
    }

    @Test
    void whatIsNotYamlIsSaidSo(PrecinctInstallation precinct) {
        Path file = precinct.file("no.yaml", "a: [b\n\tc: }");
        var output = precinct.command("apply", "-f", file.toString());
        assertThat(output.exit()).isNotZero();
        assertThat(output.text()).contains("is not YAML").doesNotContain("\tat ");
    }

    private static void apply(PrecinctInstallation precinct, Path file) {
        precinct.command("apply", "-f", file.toString()).succeeded();
    }
}
