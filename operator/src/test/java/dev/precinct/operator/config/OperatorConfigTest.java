package dev.precinct.operator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.network.AllowedHost;
import dev.precinct.operator.network.Cidr;
import dev.precinct.operator.network.CmxReach;
import dev.precinct.operator.network.PlatformServices;
import dev.precinct.operator.network.ServiceName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorConfigTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "PRECINCT_DATABASE_SERVERS", "/servers",
            "PRECINCT_REDIS_URL", "redis://redis:6379",
            "PRECINCT_REDIS_CREDENTIALS", "/redis",
            "PRECINCT_RUNTIME_IMAGE", "precinct/tenant-runtime:1");

    @Test
    void theseAreTheDefaults() {
        assertThat(OperatorConfig.from(REQUIRED))
                .isEqualTo(new OperatorConfig(
                        8081,
                        Path.of("/servers"),
                        null,
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(5),
                        false,
                        new NetworkSettings(
                                new PlatformServices("precinct-system", Map.of()), new CmxReach(List.of(), List.of())),
                        new RuntimeSettings(
                                "precinct/tenant-runtime:1",
                                "",
                                URI.create("http://localhost:8080"),
                                null,
                                URI.create("redis://redis:6379"),
                                Path.of("/redis"))));
    }

    @Test
    void everyKeyGoesToItsField() {
        var environment = new HashMap<>(REQUIRED);
        environment.put("PRECINCT_HEALTH_PORT", "9999");
        environment.put("PRECINCT_NAMESPACE", "elsewhere");
        environment.put(
                "PRECINCT_POD_SELECTORS",
                "postgres.data.svc=app.kubernetes.io/name=postgres,role=primary; redis=app=redis");
        environment.put("PRECINCT_LOCAL_ADDRESSES", "/addresses");
        environment.put("PRECINCT_RESYNC", "PT1M");
        environment.put("PRECINCT_WATCH", "PT1S");
        environment.put("PRECINCT_LEADER_ELECTION", "true");
        environment.put("PRECINCT_FORBIDDEN_CIDRS", "10.42.0.0/16, fd00::/48");
        environment.put("PRECINCT_ALLOWED_CMX_HOSTS", "simulator:8083,localhost");
        environment.put("PRECINCT_RUNTIME_JAVA_OPTIONS", "-Xmx1m");
        environment.put("PRECINCT_PUBLIC_URL", "https://precinct.example");
        environment.put("PRECINCT_NOTIFICATIONS_URL", "http://10.0.0.1/{tenant}");

        assertThat(OperatorConfig.from(environment))
                .isEqualTo(new OperatorConfig(
                        9999,
                        Path.of("/servers"),
                        Path.of("/addresses"),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(1),
                        true,
                        new NetworkSettings(
                                new PlatformServices(
                                        "elsewhere",
                                        Map.of(
                                                new ServiceName("postgres", "data"),
                                                Map.of("app.kubernetes.io/name", "postgres", "role", "primary"),
                                                new ServiceName("redis", "elsewhere"),
                                                Map.of("app", "redis"))),
                                new CmxReach(
                                        List.of(Cidr.parse("10.42.0.0/16"), Cidr.parse("fd00::/48")),
                                        List.of(new AllowedHost("simulator", 8083), new AllowedHost("localhost", 0)))),
                        new RuntimeSettings(
                                "precinct/tenant-runtime:1",
                                "-Xmx1m",
                                URI.create("https://precinct.example"),
                                "http://10.0.0.1/{tenant}",
                                URI.create("redis://redis:6379"),
                                Path.of("/redis"))));
    }

    @Test
    void everyBadSettingIsNamedAtOnce() {
        assertThatThrownBy(() -> OperatorConfig.from(Map.of(
                        "PRECINCT_RESYNC",
                        "soon",
                        "PRECINCT_HEALTH_PORT",
                        "70000",
                        "PRECINCT_LEADER_ELECTION",
                        "maybe",
                        "PRECINCT_FORBIDDEN_CIDRS",
                        "10.42.0.0",
                        "PRECINCT_POD_SELECTORS",
                        "db.example=app=postgres",
                        "PRECINCT_ALLOWED_CMX_HOSTS",
                        "simulator:many")))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContainingAll(
                        "PRECINCT_RESYNC is not an ISO-8601 duration",
                        "PRECINCT_HEALTH_PORT is not a port",
                        "PRECINCT_LEADER_ELECTION is not true or false",
                        "PRECINCT_FORBIDDEN_CIDRS is not a list of blocks",
                        "PRECINCT_ALLOWED_CMX_HOSTS is not a list of hosts",
                        "PRECINCT_POD_SELECTORS is not a list such as postgres.precinct-system.svc=",
                        "PRECINCT_DATABASE_SERVERS is not set",
                        "PRECINCT_REDIS_URL is not set",
                        "PRECINCT_RUNTIME_IMAGE is not set");
    }

    @Test
    void theApiServerIsNoCmxThoughNobodyNamedItsNetwork() {
        var environment = new HashMap<>(REQUIRED);
        environment.put("KUBERNETES_SERVICE_HOST", "10.96.0.1");

        var cmx = OperatorConfig.from(environment).network().cmx();

        assertThat(cmx.objectionToAddress("10.96.0.1")).contains("is an address of this cluster");
        assertThat(cmx.objectionToAddress("10.96.0.2")).isEmpty();
    }

    @Test
    void aMisspeltSettingIsNamed() {
        var environment = new HashMap<>(REQUIRED);
        environment.put("PRECINCT_LEADER_ELECTON", "true");

        assertThatThrownBy(() -> OperatorConfig.from(environment))
                .isInstanceOf(BadConfigException.class)
                .hasMessage("PRECINCT_LEADER_ELECTON is no setting of the operator");
    }

    @Test
    void aTenantsAddressesAreMadeFromThePublicOne() {
        var settings = OperatorConfig.from(REQUIRED).runtime();

        assertThat(settings.urlOf("acme")).isEqualTo("http://acme.localhost:8080");
        assertThat(settings.notificationsUrlOf("acme")).isEqualTo("http://acme.localhost:8080/cmx/notifications/");
    }

    @Test
    void whereCmxNeedsAnotherAddressTheTenantIsPutIntoIt() {
        var environment = new HashMap<>(REQUIRED);
        environment.put("PRECINCT_NOTIFICATIONS_URL", "http://{tenant}.wifi.example:81/");

        assertThat(OperatorConfig.from(environment).runtime().notificationsUrlOf("acme"))
                .isEqualTo("http://acme.wifi.example:81/cmx/notifications/");
    }
}
