package dev.precinct.gateway;

import static dev.precinct.gateway.testing.RawHttp.basic;
import static dev.precinct.gateway.testing.RunningGateway.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.gateway.testing.RawHttp;
import dev.precinct.gateway.testing.RunningGateway;
import dev.precinct.gateway.testing.RunningRedis;
import dev.precinct.gateway.testing.TestingPrincipals;
import dev.precinct.gateway.testing.TestingRuntime;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tenant takes away is gone within two seconds: the design's promise, so these waits are its limit and not a measurement. */
class RevocationIT {
    private static final String LIST = "/api/location/v2/clients";

    @TempDir
    static Path folder;

    private static RunningRedis redis;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        redis = RunningRedis.version7(folder.resolve("redis"));
        gateway = new RunningGateway(redis, folder);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        redis.close();
    }

    @BeforeEach
    void answerWell() {
        gateway.runtime().answering((request, out) -> TestingRuntime.respond(out, 200, "{}"));
    }

    private static ConditionFactory withinTwoSeconds() {
        return Awaitility.await().atMost(Duration.ofSeconds(2)).pollInterval(Duration.ofMillis(50));
    }

    private static int status(String... headers) throws IOException {
        return gateway.http().get(ACME, LIST, headers).status();
    }

    @Test
    void aRemovedUserIsOutWithPasswordAndSession() throws IOException {
        gateway.acmeUser("ana", "right", Set.of("clients:read"));
        gateway.awaitLogin(ACME, "ana", "right");
        String cookie = "Cookie: precinct_session="
                + gateway.logIn(ACME, "ana", "right").session();
        assertThat(status(basic("ana", "right"))).isEqualTo(200);
        assertThat(status(cookie)).isEqualTo(200);

        gateway.removeAcmeUser("ana");
        withinTwoSeconds().until(() -> status(basic("ana", "right")) == 401);
        withinTwoSeconds().until(() -> status(cookie) == 401);
    }

    @Test
    void aNewPasswordEndsTheOldOneAndItsSessions() throws IOException {
        gateway.acmeUser("ben", "old", Set.of("clients:read"));
        gateway.awaitLogin(ACME, "ben", "old");
        String cookie =
                "Cookie: precinct_session=" + gateway.logIn(ACME, "ben", "old").session();
        assertThat(status(cookie)).isEqualTo(200);

        gateway.acmeUser("ben", "fresh", Set.of("clients:read"));
        withinTwoSeconds().until(() -> status(basic("ben", "old")) == 401);
        assertThat(status(cookie)).isEqualTo(401);
        assertThat(status(basic("ben", "fresh"))).isEqualTo(200);
    }

    @Test
    void anActionTakenAwayIsForbidden() throws IOException {
        gateway.acmeUser("cho", "right", Set.of("clients:read"));
        gateway.awaitLogin(ACME, "cho", "right");
        assertThat(status(basic("cho", "right"))).isEqualTo(200);
        gateway.acmeUser("cho", "right", Set.of("maps:read"));
        withinTwoSeconds().until(() -> status(basic("cho", "right")) == 403);
    }

    @Test
    void anOpenStreamEndsWithTheRightToSeeIt() throws IOException {
        gateway.acmeUser("dee", "right", Set.of("clients:read"));
        gateway.awaitLogin(ACME, "dee", "right");
        gateway.runtime().answering((request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "9\r\ndata: 1\n\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            pause();
        });
        try (var socket = gateway.http().open()) {
            RawHttp.write(socket, "GET", ACME, "/v1/live?floor=1", "", basic("dee", "right"));
            readUntilEvent(socket);
            gateway.removeAcmeUser("dee");
            withinTwoSeconds().pollDelay(Duration.ZERO).until(() -> hasEnded(socket));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readUntilEvent(Socket socket) throws IOException {
        while (!RawHttp.line(socket.getInputStream()).startsWith("data:")) {
            assertThat(socket.isClosed()).isFalse();
        }
    }

    /** Reads what is left of the event; the end of the stream is what is waited for. */
    private static boolean hasEnded(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        try {
            int read = socket.getInputStream().read();
            while (read >= 0) {
                read = socket.getInputStream().read();
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void aLostChangeIsFoundByTheNextOne() throws IOException {
        gateway.acmeUser("eve", "right", Set.of("clients:read"));
        gateway.awaitLogin(ACME, "eve", "right");
        try (var admin = redis.admin()) {
            var lost = TestingPrincipals.principal("lost", "right", 1, Set.of("clients:read"));
            gateway.acmeUsers().putWithoutStream(admin, lost);
        }
        gateway.removeAcmeUser("eve");
        withinTwoSeconds().until(() -> status(basic("eve", "right")) == 401);
        withinTwoSeconds().until(() -> status(basic("lost", "right")) == 200);
    }
}
