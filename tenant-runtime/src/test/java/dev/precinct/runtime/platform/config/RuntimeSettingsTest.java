package dev.precinct.runtime.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeSettingsTest {

    @Test
    void aWholeEnvironmentIsRead() {
        var settings = RuntimeSettings.from(whole());

        assertThat(settings.tenant().name()).isEqualTo("acme");
        assertThat(settings.redis().liveTtl()).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.cmx().orElseThrow().notifications().orElseThrow().url())
                .hasToString("http://acme.localhost:8080/cmx/notifications/");
    }

    @Test
    void aTenantWithoutCmxHasNoneOfItsSettings() {
        var environment = whole();
        environment.keySet().removeIf(name -> name.startsWith("PRECINCT_CMX"));

        assertThat(RuntimeSettings.from(environment).cmx()).isEmpty();
    }

    @Test
    void disabledNotificationsNeedNeitherAddressNorSecret() {
        var environment = whole();
        environment.keySet().removeIf(name -> name.startsWith("PRECINCT_CMX_NOTIFICATIONS"));
        environment.put("PRECINCT_CMX_NOTIFICATIONS", "Disabled");

        assertThat(RuntimeSettings.from(environment).cmx().orElseThrow().notifications())
                .isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        var environment = whole();
        environment.put("PRECINCT_TENANT_ID", "acme");
        environment.put("PRECINCT_REDIS_LIVE_TTL", "-PT1S");
        environment.put("PRECINCT_HTTP_PORT", "70000");
        environment.put("PRECINCT_CMX_URL", "cmx.example");
        environment.remove("PRECINCT_DATABASE_URL");
        environment.put("PRECINCT_DATABSE_URL", "jdbc:postgresql://db/x");

        assertThatThrownBy(() -> RuntimeSettings.from(environment))
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        e -> assertThat(e.problems())
                                .hasSize(6)
                                .anyMatch(problem -> problem.equals("PRECINCT_DATABASE_URL is missing"))
                                .contains("PRECINCT_DATABSE_URL is no setting of the runtime")
                                .anyMatch(problem -> problem.startsWith("PRECINCT_CMX_URL: ")));
    }

    @Test
    void aPasswordIsNeverShown(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("username"), "ana\n");
        Files.writeString(folder.resolve("password"), "s3cret\n");

        var credentials = new CredentialsFolder(folder).credentials();

        assertThat(credentials.password()).isEqualTo("s3cret");
        assertThat(credentials.toString()).contains("ana").doesNotContain("s3cret");
    }

    private static Map<String, String> whole() {
        var environment = new HashMap<String, String>();
        environment.put("PRECINCT_TENANT_ID", "0123456789abcdef0123456789abcdef");
        environment.put("PRECINCT_TENANT_NAME", "acme");
        environment.put("PRECINCT_TENANT_DISPLAY_NAME", "Acme Malls");
        environment.put("PRECINCT_TIME_ZONE", "America/Bogota");
        environment.put("PRECINCT_HTTP_PORT", "8080");
        environment.put("PRECINCT_HEALTH_PORT", "8081");
        environment.put("PRECINCT_DATABASE_URL", "jdbc:postgresql://localhost:5432/t_x");
        environment.put("PRECINCT_DATABASE_CREDENTIALS", "/db");
        environment.put("PRECINCT_REDIS_URL", "redis://localhost:6379");
        environment.put("PRECINCT_REDIS_CREDENTIALS", "/redis");
        environment.put("PRECINCT_REDIS_LIVE_TTL", "PT20M");
        environment.put("PRECINCT_REDIS_HISTORY_TTL", "PT48H");
        environment.put("PRECINCT_SEED_FILE", "/seed/permissions.json");
        environment.put("PRECINCT_PASSWORDS", "/passwords");
        environment.put("PRECINCT_ASSERTION_KEYS", "/keys/jwks.json");
        environment.put("PRECINCT_CMX_URL", "https://cmx.example");
        environment.put("PRECINCT_CMX_CREDENTIALS", "/cmx");
        environment.put("PRECINCT_CMX_POLLING_INTERVAL", "PT10S");
        environment.put("PRECINCT_CMX_NOTIFICATIONS", "Enabled");
        environment.put("PRECINCT_CMX_NOTIFICATIONS_URL", "http://acme.localhost:8080/cmx/notifications/");
        environment.put("PRECINCT_CMX_NOTIFICATIONS_SECRET", "/notifications/secret");
        return environment;
    }
}
