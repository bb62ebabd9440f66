package dev.precinct.gateway;

import static dev.precinct.gateway.testing.RawHttp.basic;
import static dev.precinct.gateway.testing.RunningGateway.ACME;
import static dev.precinct.gateway.testing.RunningGateway.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precinct.gateway.config.HoldLimits;
import dev.precinct.gateway.config.RuntimeSettings;
import dev.precinct.gateway.routing.RouteTable;
import dev.precinct.gateway.routing.RouteTableYaml;
import dev.precinct.gateway.testing.RawHttp;
import dev.precinct.gateway.testing.RunningGateway;
import dev.precinct.gateway.testing.RunningRedis;
import dev.precinct.gateway.testing.TestingRuntime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runtime that answers late or never takes nothing from the others. */
class SlowRuntimeIT {
    private static final String USER = basic("ana", "right");
    private static final String ME = "/v1/me";
    private static final int MOST = 3;

    @TempDir
    static Path folder;

    private static RunningRedis redis;
    private static RunningGateway first;

    private final CountDownLatch answered = new CountDownLatch(1);
    private Gateway gateway;

    @BeforeAll
    static void startAll() throws IOException {
        redis = RunningRedis.version7(folder.resolve("redis"));
        first = new RunningGateway(redis, folder);
        first.acmeUser("ana", "right", Set.of("maps:read"));
        first.globexUser("ana", "right", Set.of("maps:read"));
    }

    @AfterAll
    static void stopAll() throws Exception {
        first.close();
        redis.close();
    }

    @BeforeEach
    void start() throws IOException {
        gateway = first.another(new RuntimeSettings(null, MOST, 1, HoldLimits.USUAL), impatient());
        for (String host : new String[] {ACME, GLOBEX}) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> http().get(host, "/v1/session", USER).status() == 200);
        }
    }

    @AfterEach
    void stop() throws Exception {
        answered.countDown();
        gateway.close();
    }

    @Test
    void aRuntimeThatNeverAnswersIsAGatewayTimeoutWithItsProblem() throws IOException {
        first.runtime().answering((request, out) -> waitUntilTheEnd());

        var answer = http().get(ACME, ME, USER);

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.text()).contains("https://precinct.dev/problems/runtime-too-slow");
    }

    @Test
    void beyondItsShareARuntimeGetsNoMoreRequestsUntilOneIsAnswered() throws IOException {
        first.runtime().answering(this::lateForAcme);
        int before = first.runtime().requests().size();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<CompletableFuture<Integer>>();
            for (int number = 0; number < MOST; number++) {
                waiting.add(CompletableFuture.supplyAsync(() -> statusOf(ACME, "/v1/places"), clients));
            }
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> first.runtime().requests().size() == before + MOST);

            var refused = http().get(ACME, "/v1/places", USER);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).hasValue("1");
            assertThat(refused.text()).contains("https://precinct.dev/problems/runtime-busy");
            assertThat(statusOf(GLOBEX, ME)).as("another runtime").isEqualTo(200);

            answered.countDown();
            assertThat(waiting).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        }
        assertThat(statusOf(ACME, ME)).isEqualTo(200);
    }

    @Test
    void aRequestThatFailsGivesItsPlaceBack() {
        first.runtime().answering((request, out) -> {
            throw new IOException("the runtime ends the connection");
        });
        for (int number = 0; number < MOST * 2; number++) {
            assertThat(statusOf(ACME, ME)).isEqualTo(502);
        }
    }

    private void lateForAcme(TestingRuntime.Request request, OutputStream out) throws IOException {
        if (request.all("X-Forwarded-Host").contains(ACME)) {
            waitUntilTheEnd();
        }
        TestingRuntime.respond(out, 200, "{}");
    }

    private void waitUntilTheEnd() {
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int statusOf(String host, String target) {
        try {
            return http().get(host, target, USER).status();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private RawHttp http() {
        return new RawHttp(gateway.httpPort());
    }

    /** The shipped table, but that {@code /v1/me} waits for half a second only. */
    private static RouteTable impatient() throws IOException {
        try (var in = Objects.requireNonNull(SlowRuntimeIT.class.getResourceAsStream("/routes.yaml"))) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String changed = table.replace(
                    "path: /v1/me, access: authenticated,", "path: /v1/me, access: authenticated, timeLimit: PT0.5S,");
            assertThat(changed).isNotEqualTo(table);
            return RouteTableYaml.read(new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
