package dev.precinct.gateway;

import static dev.precinct.gateway.testing.RawHttp.basic;
import static dev.precinct.gateway.testing.RunningGateway.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.gateway.testing.RunningGateway;
import dev.precinct.gateway.testing.RunningRedis;
import dev.precinct.gateway.testing.TestingRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Hosts, the portal's files, and what operators of the gateway see. */
class DoorIT {
    private static final Logger ACCESS = (Logger) LoggerFactory.getLogger("access");
    private static final Logger AUDIT = (Logger) LoggerFactory.getLogger("audit");

    @TempDir
    static Path folder;

    private static RunningRedis redis;
    private static RunningGateway gateway;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeAll
    static void start() throws IOException {
        redis = RunningRedis.version7(folder.resolve("redis"));
        gateway = new RunningGateway(redis, folder);
        gateway.acmeUser("ana", "right", Set.of("clients:read"));
        gateway.awaitLogin(ACME, "ana", "right");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        redis.close();
    }

    @BeforeEach
    void listen() {
        lines.start();
        ACCESS.addAppender(lines);
        AUDIT.addAppender(lines);
    }

    @AfterEach
    void forget() {
        ACCESS.detachAppender(lines);
        AUDIT.detachAppender(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown.localhost", "localhost", "127.0.0.1", "acme.localhost.evil.example", "", "acme"})
    void anUnknownOrMissingHostIsNotFound(String host) throws IOException {
        var answer = gateway.http().get(host, "/v1/session", basic("ana", "right"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("https://precinct.dev/problems/unknown-host");
    }

    @Test
    void twoHostsAreNone() throws IOException {
        assertThat(gateway.http().get(ACME, "/", "Host: globex.localhost").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.localhost:8080", "ACME.localhost", "acme.example.com:1"})
    void aHostIsKnownWithAnyPortAndCase(String host) throws IOException {
        assertThat(gateway.http().get(host, "/").status()).isEqualTo(200);
    }

    @Test
    void thePortalsFilesComeWithTheirRules() throws IOException {
        var page = gateway.http().get(ACME, "/floors/7");
        assertThat(page.text()).contains("<title>Precinct</title>");
        assertThat(page.header("Cache-Control")).contains("no-cache");
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "script-src 'self';");
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.header("Referrer-Policy")).isPresent();

        var asset = gateway.http().get(ACME, "/assets/app-1a2b3c.js");
        assertThat(asset.text()).isEqualTo("console.log('portal')");
        assertThat(asset.header("Cache-Control")).contains("public, max-age=31536000, immutable");
        var compressed = gateway.http().get(ACME, "/assets/app-1a2b3c.js", "Accept-Encoding: br");
        assertThat(compressed.header("Content-Encoding")).contains("br");
        assertThat(compressed.body()).containsExactly(1, 2, 3);

        String tag = page.header("ETag").orElseThrow();
        assertThat(gateway.http().get(ACME, "/", "If-None-Match: " + tag).status())
                .isEqualTo(304);
        assertThat(gateway.http().get(ACME, "/assets/gone.js").status()).isEqualTo(404);
        assertThat(gateway.http().get(ACME, "/assets/%2e%2e/%2e%2e/secret.txt").status())
                .isEqualTo(400);
        assertThat(gateway.http().get(ACME, "/..%2Fsecret.txt").status()).isEqualTo(404);
        assertThat(gateway.http().send("POST", ACME, "/", "").header("Allow")).contains("GET");
    }

    @Test
    void eachRequestIsOneLineOfJsonWithoutSecrets() throws Exception {
        gateway.runtime().answering((request, out) -> TestingRuntime.respond(out, 200, "12345"));
        gateway.http().get(ACME, "/api/location/v2/clients?secretQuery=1", basic("ana", "right"));
        var line = new ObjectMapper().readTree(line("/api/location/v2/clients"));
        assertThat(line.get("tenant").asText()).isEqualTo("acme");
        assertThat(line.get("user").asText()).isEqualTo("ana");
        assertThat(line.get("route").asText()).isEqualTo("/api/location/v2/clients");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("bytes").asInt()).isEqualTo(5);
        assertThat(line.get("durationMs").isNumber()).isTrue();
        assertThat(line.get("upstreamMs").isNumber()).isTrue();
        assertThat(line.get("requestId").asText()).hasSize(16);

        gateway.http().send("POST", ACME, "/cmx/notifications/s3cret-of-cmx", "{}");
        gateway.http().send("PUT", ACME, "/cmx/notifications/s3cret-of-cmx/x", "");
        Awaitility.await()
                .until(() -> lines.list.stream()
                                .filter(event -> event.getFormattedMessage().contains("notifications"))
                                .count()
                        == 2);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(text -> text.contains("s3cret") || text.contains("secretQuery") || text.contains("right"));
    }

    @Test
    void eachDeniedAccessIsAnAuditLine() throws Exception {
        gateway.http().get(ACME, "/v1/me", basic("mallory", "wrong"));
        gateway.http().get(ACME, "/v1/users", basic("ana", "right"));
        var wrong = new ObjectMapper().readTree(line("\"denied\"", "mallory"));
        assertThat(wrong.get("reason").asText()).isEqualTo("unauthorized");
        assertThat(wrong.get("address").asText()).isEqualTo("127.0.0.1");
        var forbidden = new ObjectMapper().readTree(line("\"denied\"", "\"ana\""));
        assertThat(forbidden.get("reason").asText()).isEqualTo("forbidden");
        assertThat(forbidden.get("route").asText()).isEqualTo("/v1/users");
    }

    /** The log may be written a moment after the answer. */
    private String line(String... parts) {
        return Awaitility.await()
                .until(
                        () -> lines.list.stream()
                                .map(ILoggingEvent::getFormattedMessage)
                                .filter(text -> java.util.Arrays.stream(parts).allMatch(text::contains))
                                .findFirst()
                                .orElse(""),
                        text -> !text.isEmpty());
    }

    @Test
    void healthAndMetricsHaveAPortOfTheirOwn() throws IOException {
        gateway.http().get(ACME, "/api/location/v3/clients", basic("ana", "right"));
        assertThat(gateway.health().get("x", "/health/live").status()).isEqualTo(200);
        assertThat(gateway.health().get("x", "/health/ready").text()).contains("\"status\":\"UP\"");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(gateway.health().get("x", "/metrics").text())
                                .contains(
                                        "precinct_gateway_requests_total{tenant=\"acme\",route=\"/api/location/v3/clients\",method=\"GET\",status=\"200\"} 1",
                                        "precinct_gateway_request_duration_seconds_bucket",
                                        "precinct_gateway_redis_connected 1"));
        assertThat(gateway.http().get(ACME, "/metrics").text())
                .as("not to clients: there it is a page")
                .contains("<title>");
    }

    @Test
    void aGatewayThatNeverReadTheTenantsIsNotReadyAndSaysSo() throws Exception {
        var path = folder.resolve("second");
        try (var second = new RunningGateway(redis, java.nio.file.Files.createDirectories(path))) {
            second.tenants().neverRead();
            assertThat(second.health().get("x", "/health/ready").status()).isEqualTo(503);
            assertThat(second.http().get("unknown.localhost", "/").status()).isEqualTo(503);
        }
    }
}
