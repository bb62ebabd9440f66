package dev.precinct.gateway;

import static dev.precinct.gateway.testing.RawHttp.basic;
import static dev.precinct.gateway.testing.RunningGateway.ACME;
import static dev.precinct.gateway.testing.RunningGateway.ACME_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.gateway.testing.RawHttp;
import dev.precinct.gateway.testing.RunningGateway;
import dev.precinct.gateway.testing.RunningRedis;
import dev.precinct.gateway.testing.TestingRuntime;
import dev.precinct.tenancy.assertion.Assertion;
import dev.precinct.tenancy.assertion.AssertionVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyIT {
    private static final String USER = basic("ana", "right");
    private static final String CLIENTS = "/api/location/v2/clients";

    @TempDir
    static Path folder;

    private static RunningRedis redis;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        redis = RunningRedis.version7(folder.resolve("redis"));
        gateway = new RunningGateway(redis, folder);
        gateway.acmeUser("ana", "right", Set.of("clients:read", "maps:read", "users:write"));
        gateway.awaitLogin(ACME, "ana", "right");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        redis.close();
    }

    @BeforeEach
    void answerWell() {
        gateway.runtime().comeBack();
        gateway.runtime().answering((request, out) -> TestingRuntime.respond(out, 200, "{\"ok\":true}"));
    }

    private static RawHttp.Answer get(String target, String... headers) throws IOException {
        var all = new java.util.ArrayList<>(java.util.List.of(headers));
        all.add(USER);
        return gateway.http().get(ACME, target, all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLIENTS, "/v1/session", "/api/nowhere"})
    void aClientThatWantsTheConnectionClosedReadsItsEnd(String target) throws Exception {
        try (var socket = gateway.http().open()) {
            RawHttp.write(socket, "GET", ACME, target, "", USER, "Connection: close");
            assertThat(RawHttp.read(socket.getInputStream(), false).whole()).isTrue();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void anAllowedRequestReachesTheRuntimeWithTheGatewaysWord() throws Exception {
        var answer = get(CLIENTS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"ok\":true}");
        var request = gateway.runtime().last();
        var verifier = new AssertionVerifier(ACME_ID, gateway.keys().publicJwkSet(), Clock.systemUTC());
        var assertion = verifier.verify(request.all(Assertion.HEADER).getFirst());
        assertThat(assertion.user()).isEqualTo("ana");
        assertThat(assertion.revision()).isEqualTo(gateway.acmeUsers().revision());
        assertThat(request.all("X-Request-Id"))
                .containsExactly(answer.header("X-Request-Id").orElseThrow());
    }

    @Test
    void credentialsAndForgedHeadersEndAtTheGateway() throws IOException {
        get(
                CLIENTS,
                "X-Precinct-Assertion: forged",
                "X-Precinct-Anything: forged",
                "X-Forwarded-For: 6.6.6.6",
                "X-Request-Id: chosen",
                "Cookie: precinct_session=x; other=y",
                "Connection: keep-alive, X-Hop",
                "X-Hop: secret of this hop",
                "X-Passed: yes");

        var request = gateway.runtime().last();
        assertThat(request.all("X-Precinct-Assertion")).hasSize(1).doesNotContain("forged");
        assertThat(request.all("X-Precinct-Anything")).isEmpty();
        assertThat(request.all("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(request.all("X-Forwarded-Host")).containsExactly(ACME);
        assertThat(request.all("X-Forwarded-Proto")).containsExactly("http");
        assertThat(request.all("X-Request-Id")).hasSize(1).doesNotContain("chosen");
        assertThat(request.all("Authorization")).isEmpty();
        assertThat(request.all("Cookie")).isEmpty();
        assertThat(request.all("X-Hop")).isEmpty();
        assertThat(request.all("X-Passed")).containsExactly("yes");
    }

    @Test
    void rawPathAndQueryArriveAsTheyWereSent() throws IOException {
        String target = "/api/location/v1/clients/00%3A1a:B2%3ac3:d4:e5?mapHierarchy=Mall>North>Level%201&x=[a]|{b}\"";
        assertThat(get(target).status()).isEqualTo(200);
        assertThat(gateway.runtime().last().target()).isEqualTo(target);
    }

    @Test
    void rawBlanksAndBytesBeyondAsciiAreEscapedBecauseNoServerReadsThem() throws IOException {
        assertThat(get(CLIENTS + "?mapHierarchy=Mall>North Wing>Café").status()).isEqualTo(200);
        assertThat(gateway.runtime().last().target()).isEqualTo(CLIENTS + "?mapHierarchy=Mall>North%20Wing>Caf%C3%A9");
    }

    @Test
    void ambiguousPathsAreRefused() throws IOException {
        int before = gateway.runtime().requests().size();
        for (var path : new String[] {
            "/api/location/v1/clients/..", "/api/location/v1/clients/%2e%2e", "/api/location/v1/clients/count;x=y",
            "/api/location/v1/clients/%zz", "/api/location/v1/clients/a%5cb", "/api/location/v1/clients/a%00b"
        }) {
            assertThat(get(path).status()).as(path).isEqualTo(400);
        }
        assertThat(gateway.runtime().requests()).hasSize(before);
    }

    @Test
    void aLargeAnswerPassesWholeWithItsLengthOrInChunks() throws IOException {
        String body = "0123456789abcdef".repeat(200_000);
        gateway.runtime().answering((request, out) -> TestingRuntime.respond(out, 200, body));
        assertThat(get(CLIENTS).text()).isEqualTo(body);

        gateway.runtime().answering((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < bytes.length; i += 100_000) {
                int length = Math.min(100_000, bytes.length - i);
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(bytes, i, length);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        var chunked = get(CLIENTS);
        assertThat(chunked.whole()).isTrue();
        assertThat(chunked.text()).isEqualTo(body);
    }

    @Test
    void connectionsToTheRuntimeAreUsedAgain() throws IOException {
        get(CLIENTS);
        int before = gateway.runtime().connections();
        for (int i = 0; i < 20; i++) {
            get(CLIENTS);
        }
        assertThat(gateway.runtime().connections()).isEqualTo(before);
    }

    @Test
    void aConnectionThatTheRuntimeEndedIsReplacedUnnoticed() throws IOException {
        gateway.runtime().answering((request, out) -> {
            TestingRuntime.respond(out, 200, "bye");
            throw new IOException("end after each answer");
        });
        for (int i = 0; i < 20; i++) {
            assertThat(get(CLIENTS).status()).isEqualTo(200);
        }
    }

    @Test
    void aCutAnswerNeverLooksWhole() throws IOException {
        gateway.runtime().answering((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nten bytes.".getBytes(StandardCharsets.US_ASCII));
            throw new IOException("cut");
        });
        assertThat(get(CLIENTS).status()).as("small: found out in time").isEqualTo(502);

        byte[] half = new byte[500_000];
        gateway.runtime().answering((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(half);
            throw new IOException("cut");
        });
        var counted = get(CLIENTS);
        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.whole()).isFalse();

        gateway.runtime().answering((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            throw new IOException("cut");
        });
        var chunked = get(CLIENTS);
        assertThat(chunked.text()).isEqualTo("abc");
        assertThat(chunked.whole()).isFalse();
    }

    @Test
    void anAnswerThatIsNoHttpIsABadGateway() throws IOException {
        gateway.runtime().answering((request, out) -> {
            out.write("220 smtp ready\r\n".getBytes(StandardCharsets.US_ASCII));
            throw new IOException("end");
        });
        assertThat(get("/v1/me").status()).isEqualTo(502);
        assertThat(get("/v1/me").text()).contains("https://precinct.dev/problems/runtime-bad-answer");
    }

    @Test
    void aRuntimeThatIsNotThereIsSaidToBeUnavailable() throws IOException {
        gateway.runtime().goAway();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> get("/v1/me").status() == 503);
        var answer = get("/v1/me");
        assertThat(answer.text()).contains("https://precinct.dev/problems/runtime-unavailable");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(get(CLIENTS).text()).as("CMX's own shape").startsWith("{\"error\":");
    }

    @Test
    void headGivesTheHeadersAlone() throws IOException {
        gateway.runtime()
                .answering((request, out) ->
                        out.write("HTTP/1.1 200 OK\r\nContent-Length: 77\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        var answer = gateway.http().send("HEAD", ACME, CLIENTS, "", USER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains("77");
    }

    @Test
    void statusAndHeadersOfTheRuntimePassButNotItsCookies() throws IOException {
        gateway.runtime()
                .answering((request, out) -> TestingRuntime.respond(
                        out,
                        404,
                        "{\"error\":\"x\"}",
                        "Age: 7",
                        "Warning: 110 - \"stale\"",
                        "Set-Cookie: a=b",
                        "X-Many: 1",
                        "X-Many: 2"));
        var answer = get(CLIENTS);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Age")).contains("7");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(String.join("\n", answer.headers())).contains("1", "2").contains("X-Many");
    }

    @Test
    void eventsPassOneByOneAndAClientThatLeavesEndsTheRuntimesSide() throws Exception {
        var left = new CountDownLatch(1);
        gateway.runtime().answering((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            try {
                for (int i = 0; i < 1_000; i++) {
                    out.write("9\r\ndata: %d\n\n\r\n".formatted(i % 10).getBytes(StandardCharsets.US_ASCII));
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                left.countDown();
                throw e;
            }
        });
        try (var socket = gateway.http().open()) {
            RawHttp.write(socket, "GET", ACME, "/v1/live?floor=1", "", USER);
            var in = socket.getInputStream();
            int events = 0;
            while (events < 5) {
                events += RawHttp.line(in).startsWith("data:") ? 1 : 0;
            }
        }
        assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBodyPassesWithItsLengthOrInChunksAndIsRefusedWhenTooLong() throws IOException {
        String body = "{\"name\":\"" + "x".repeat(50_000) + "\"}";
        assertThat(gateway.http().send("POST", ACME, "/v1/users", body, USER).status())
                .isEqualTo(200);
        assertThat(gateway.runtime().last().body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(body);

        try (var socket = gateway.http().open()) {
            RawHttp.write(socket, "POST", ACME, "/v1/users", "", USER, "Transfer-Encoding: chunked");
            socket.getOutputStream()
                    .write("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(RawHttp.read(socket.getInputStream(), false).status()).isEqualTo(200);
        }
        assertThat(gateway.runtime().last().body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hello world");

        var tooLong = gateway.http().send("POST", ACME, "/v1/users", "x".repeat(70_000), USER);
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(gateway.http().send("GET", ACME, "/v1/me", "body", USER).status())
                .isEqualTo(413);
    }

    @Test
    void aChunkedBodyIsCutOffAtItsLimit() throws IOException {
        try (var socket = gateway.http().open()) {
            RawHttp.write(socket, "POST", ACME, "/v1/users", "", USER, "Transfer-Encoding: chunked");
            byte[] chunk = ("8000\r\n" + "x".repeat(0x8000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(chunk);
            }
            assertThat(RawHttp.read(socket.getInputStream(), false).status()).isEqualTo(413);
        }
    }

    @Test
    void aBodyOfAmbiguousLengthIsRefused() throws IOException {
        var both = gateway.http()
                .send("POST", ACME, "/v1/users", "5\r\nhello\r\n0\r\n\r\n", USER, "Transfer-Encoding: chunked");
        assertThat(both.status()).isEqualTo(400);
        var unknown = gateway.http().send("POST", ACME, "/v1/users", "", USER, "Transfer-Encoding: gzip, chunked");
        assertThat(unknown.status()).isEqualTo(400);
    }

    @Test
    void aNotificationPassesWithoutAssertion() throws IOException {
        var answer = gateway.http().send("POST", ACME, "/cmx/notifications/s3cret", "{\"notifications\":[]}");
        assertThat(answer.status()).isEqualTo(200);
        var request = gateway.runtime().last();
        assertThat(request.target()).isEqualTo("/cmx/notifications/s3cret");
        assertThat(request.all(Assertion.HEADER)).isEmpty();
        assertThat(request.body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"notifications\":[]}");
    }
}
