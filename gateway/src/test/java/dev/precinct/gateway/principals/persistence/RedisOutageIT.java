package dev.precinct.gateway.principals.persistence;

import static dev.precinct.gateway.testing.RawHttp.basic;
import static dev.precinct.gateway.testing.RunningGateway.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.gateway.testing.RunningGateway;
import dev.precinct.gateway.testing.RunningRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisOutageIT {
    private static final String LIST = "/api/location/v2/clients";

    @TempDir
    private Path folder = Path.of(".");

    private RunningRedis redis(int version) throws IOException {
        return version == 6
                ? RunningRedis.version6(folder.resolve("redis"))
                : RunningRedis.version7(folder.resolve("redis"));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7})
    void withoutRedisTheLastKnownUsersAreServedAndHealthSaysSo(int version) throws Exception {
        try (var redis = redis(version);
                var gateway = new RunningGateway(redis, folder)) {
            gateway.acmeUser("ana", "right", Set.of("clients:read"));
            gateway.awaitLogin(ACME, "ana", "right");
            String cookie = "Cookie: precinct_session="
                    + gateway.logIn(ACME, "ana", "right").session();
            assertThat(gateway.health().get("x", "/health/ready").text()).contains("\"redis\":\"connected\"");

            redis.stop();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() ->
                            gateway.health().get("x", "/health/ready").text().contains("away"));
            assertThat(gateway.health().get("x", "/health/ready").status()).isEqualTo(200);
            assertThat(gateway.http().get(ACME, LIST, basic("ana", "right")).status())
                    .isEqualTo(200);
            assertThat(gateway.http().get(ACME, LIST, basic("ana", "wrong")).status())
                    .isEqualTo(401);
            Awaitility.await("sessions can't be looked up")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> gateway.http().get(ACME, LIST, cookie).status() == 503);
            assertThat(gateway.logIn(ACME, "ana", "right").status()).isEqualTo(503);

            redis.startAgain();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> gateway.http().get(ACME, LIST, cookie).status() == 200);
            gateway.acmeUser("ben", "right", Set.of("clients:read"));
            gateway.awaitLogin(ACME, "ben", "right");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7})
    void usersThatWerePublishedBeforeTheStartAndAfterAreKnownToEveryGateway(int version) throws Exception {
        try (var redis = redis(version);
                var gateway = new RunningGateway(redis, folder)) {
            gateway.acmeUser("ana", "right", Set.of("clients:read"));
            gateway.acmeUser("ben", "right", Set.of("clients:read"));
            gateway.removeAcmeUser("ana");
            gateway.awaitLogin(ACME, "ben", "right");
            try (var later = gateway.another()) {
                var http = new dev.precinct.gateway.testing.RawHttp(later.httpPort());
                Awaitility.await()
                        .until(() -> http.get(ACME, LIST, basic("ben", "right")).status() == 200);
                assertThat(http.get(ACME, LIST, basic("ana", "right")).status()).isEqualTo(401);
                gateway.acmeUser("cho", "right", Set.of("clients:read"));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(2))
                        .until(() -> http.get(ACME, LIST, basic("cho", "right")).status() == 200);
            }
        }
    }
}
