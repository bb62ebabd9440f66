package dev.precinct.gateway;

import static dev.precinct.gateway.testing.RawHttp.basic;
import static dev.precinct.gateway.testing.RunningGateway.ACME;
import static dev.precinct.gateway.testing.RunningGateway.ACME_ID;
import static dev.precinct.gateway.testing.RunningGateway.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.gateway.config.HoldLimits;
import dev.precinct.gateway.config.RuntimeSettings;
import dev.precinct.gateway.routing.RouteTableYaml;
import dev.precinct.gateway.tenants.RunPlan;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.gateway.testing.RawHttp;
import dev.precinct.gateway.testing.RunningGateway;
import dev.precinct.gateway.testing.RunningRedis;
import dev.precinct.gateway.testing.TestingRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to a runtime that sleeps, over real sockets. */
class HoldIT {
    private static final String USER = basic("ana", "right");
    private static final int MOST = 3;

    @TempDir
    static Path folder;

    private static RunningRedis redis;
    private static RunningGateway first;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private Gateway gateway;

    @BeforeAll
    static void startAll() throws IOException {
        redis = RunningRedis.version7(folder.resolve("redis"));
        first = new RunningGateway(redis, folder);
        first.acmeUser("ana", "right", Set.of("maps:read", "clients:read", "users:write"));
        first.globexUser("ana", "right", Set.of("maps:read"));
    }

    @AfterAll
    static void stopAll() throws Exception {
        first.close();
        redis.close();
    }

    @BeforeEach
    void start() throws IOException {
        plan(new RunPlan(false, Duration.ofSeconds(60)));
        first.runtime().answering((request, out) -> TestingRuntime.respond(out, 200, "{\"ok\":true}"));
        first.runtime().comeBack();
        gateway = started(new HoldLimits(Duration.ofMinutes(2), MOST, MOST + 1));
        first.runtime().goAway();
        await().pollDelay(Duration.ofMillis(300)).until(() -> true); // the gateway remembers an address for a moment
    }

    private Gateway started(HoldLimits limits) throws IOException {
        var settings =
                new RuntimeSettings(null, RuntimeSettings.DEFAULT_REQUESTS, RuntimeSettings.DEFAULT_STREAMS, limits);
        var started = first.another(settings, RouteTableYaml.shipped());
        for (String host : new String[] {ACME, GLOBEX}) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> new RawHttp(started.httpPort())
                                    .get(host, "/v1/session", USER)
                                    .status()
                            == 200);
        }
        return started;
    }

    @AfterEach
    void stop() throws Exception {
        first.runtime().comeBack();
        clients.close();
        gateway.close();
    }

    private static void plan(RunPlan plan) {
        first.tenants()
                .put(new TenantSite(ACME_ID, "acme", "Acme Malls", Instant.EPOCH, List.of("acme.example.com"), plan));
    }

    private RawHttp http() {
        return new RawHttp(gateway.httpPort());
    }

    private CompletableFuture<RawHttp.Answer> sending(String method, String host, String target, String body) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return http().send(method, host, target, body, USER);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                clients);
    }

    private int held() throws IOException {
        String line = new RawHttp(gateway.healthPort())
                .get("localhost", "/metrics")
                .text()
                .lines()
                .filter(each -> each.startsWith("precinct_gateway_held_requests "))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
    }

    private void awaitHeld(int number) {
        await().atMost(Duration.ofMinutes(1)).until(() -> held() == number);
    }

    @Test
    void aRequestWaitsForTheRuntimeAndIsAnsweredByIt() throws Exception {
        int marks = first.marks().made().size();
        var read = sending("GET", ACME, "/v1/me", "");
        var written = sending("POST", ACME, "/v1/users", "{\"name\":\"eva\"}");
        awaitHeld(2);
        await().until(() -> first.marks().made().size() > marks);
        assertThat(first.marks().made()).endsWith("acme");

        first.runtime().comeBack();

        assertThat(read.get().status()).isEqualTo(200);
        assertThat(written.get().status()).isEqualTo(200);
        assertThat(first.runtime().requests())
                .filteredOn(request -> request.method().equals("POST"))
                .last()
                .satisfies(request -> assertThat(new String(request.body(), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("{\"name\":\"eva\"}"));
        awaitHeld(0);
    }

    @Test
    void beyondTheirShareATenantsRequestsAreRefusedAndSoAreAllTenantsTogether() throws Exception {
        var waiting = new ArrayList<CompletableFuture<RawHttp.Answer>>();
        for (int number = 0; number < MOST; number++) {
            waiting.add(sending("GET", ACME, "/v1/me", ""));
        }
        awaitHeld(MOST);
        var refused = http().get(ACME, "/v1/me", USER);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).hasValue("5");
        assertThat(refused.text()).contains("https://precinct.dev/problems/runtime-starting");

        waiting.add(sending("GET", GLOBEX, "/v1/me", ""));
        awaitHeld(MOST + 1);
        assertThat(http().get(GLOBEX, "/v1/me", USER).status()).isEqualTo(503);

        first.runtime().comeBack();
        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    }

    @Test
    void whoWaitsTooLongIsToldWhenToTryAgain() throws Exception {
        try (var impatient = started(new HoldLimits(Duration.ofMillis(200), MOST, MOST))) {
            var answer = new RawHttp(impatient.httpPort()).get(ACME, "/v1/me", USER);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(answer.text()).contains("https://precinct.dev/problems/runtime-unavailable");
        }
    }

    @Test
    void whoIsNotLetInWaitsForNothingAndWakesNobody() throws Exception {
        int marks = first.marks().made().size();
        assertThat(http().get(ACME, "/v1/me").status()).isEqualTo(401);
        assertThat(http().get(ACME, "/v1/me", basic("ana", "wrong")).status()).isEqualTo(401);
        assertThat(http().get(ACME, "/v1/occupancy?floor=1", USER).status()).isEqualTo(403);
        assertThat(http().send("POST", ACME, "/cmx/notifications/secret", "{}").status())
                .as("a push is no use by anybody")
                .isEqualTo(503);
        assertThat(first.marks().made()).hasSize(marks);
    }

    @Test
    void aSuspendedTenantIsNotWaitedFor() throws Exception {
        plan(new RunPlan(true, Duration.ofSeconds(60)));
        int marks = first.marks().made().size();
        assertThat(http().get(ACME, "/v1/me", USER).status()).isEqualTo(503);
        assertThat(first.marks().made()).hasSize(marks);
    }

    /** What changes nothing may be sent twice; what might have been done may not. */
    @Test
    void aRuntimeThatEndsWithoutAByteOfAnswerIsAskedAgainOnlyByThoseWhoRead() throws Exception {
        var dying = new AtomicBoolean(true);
        first.runtime().answering((request, out) -> {
            if (dying.getAndSet(false)) {
                throw new IOException("the process ends");
            }
            TestingRuntime.respond(out, 200, "{}");
        });
        first.runtime().comeBack();
        int before = first.runtime().requests().size();
        assertThat(sending("GET", ACME, "/v1/me", "").get().status()).isEqualTo(200);
        assertThat(first.runtime().requests()).hasSize(before + 2);

        dying.set(true);
        assertThat(sending("POST", ACME, "/v1/users", "{}").get().status()).isEqualTo(502);
        assertThat(first.runtime().requests()).hasSize(before + 3);
    }

    @Test
    void anOpenStreamIsUse() throws Exception {
        plan(new RunPlan(false, Duration.ofSeconds(4)));
        first.runtime().comeBack();
        var ends = new java.util.concurrent.CountDownLatch(1);
        first.runtime().answering((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: snapshot\n\n"
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            out.flush();
            try {
                ends.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (var socket = http().open()) {
            RawHttp.write(socket, "GET", ACME, "/v1/live?floor=1", "", USER);
            int marks = first.marks().made().size();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> first.marks().made().size() >= marks + 3);
        } finally {
            ends.countDown();
        }
    }
}
