package dev.precinct.runtime.platform.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.runtime.RuntimeReport;
import dev.precinct.tenancy.runtime.RuntimeReport.SeedReport;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The health port, a server of its own: it answers before the database does, and nothing of it can be reached through the gateway.
 * Ready means that the process has started: what it serves from memory goes on without CMX, database or Redis.
 */
@ApplicationScoped
public class HealthServer {
    private static final String JSON = "application/json";

    private final RuntimeSettings settings;
    private final Instance<ReportPart.OfSeed> seed;
    private final Instance<ReportPart.OfCmx> cmx;
    private final Instance<Farewell> farewells;
    private final Metrics metrics;
    private final ObjectMapper json = new ObjectMapper();
    private volatile boolean ready;
    private @Nullable WebServer server;

    @Inject
    public HealthServer(
            RuntimeSettings settings,
            @Any Instance<ReportPart.OfSeed> seed,
            @Any Instance<ReportPart.OfCmx> cmx,
            @Any Instance<Farewell> farewells,
            Metrics metrics) {
        this.settings = settings;
        this.seed = seed;
        this.cmx = cmx;
        this.farewells = farewells;
        this.metrics = metrics;
    }

    /** Before everything else, so that a runtime that waits for its database is seen to be alive. */
    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object event) {
        metrics.gauge(
                "heap_used_bytes",
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        server = WebServer.builder()
                .port(settings.ports().health())
                .shutdownHook(false)
                .routing(this::routes)
                .build()
                .start();
    }

    @PreDestroy
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /** The process has started. */
    public void ready() {
        ready = true;
    }

    private void routes(HttpRouting.Builder routing) {
        routing.get("/health/live", (request, response) -> response.send("alive\n"))
                .get("/health/ready", this::readiness)
                .get("/report", this::report)
                .get("/metrics", this::metrics)
                .post("/leave", this::leave);
    }

    private void readiness(ServerRequest request, ServerResponse response) {
        response.status(ready ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503).send(ready ? "ready\n" : "starting\n");
    }

    private void report(ServerRequest request, ServerResponse response) throws JsonProcessingException {
        if (!ready) {
            response.status(Status.SERVICE_UNAVAILABLE_503).send("starting\n");
            return;
        }
        var report = new RuntimeReport(
                seed.isUnsatisfied()
                        ? new SeedReport(null, List.of(), List.of(), null)
                        : seed.get().seed(),
                cmx.isUnsatisfied() ? null : cmx.get().cmx().orElse(null));
        response.header(HeaderNames.CONTENT_TYPE, JSON).send(json.writeValueAsBytes(report));
    }

    /** Asked by the operator before a runtime ends for good, or turns to another CMX. */
    private void leave(ServerRequest request, ServerResponse response) {
        if (!ready) {
            response.status(Status.SERVICE_UNAVAILABLE_503).send("starting\n");
            return;
        }
        var stays = farewells.stream()
                .map(Farewell::leave)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        if (stays.isEmpty()) {
            response.send("left\n");
        } else {
            response.status(Status.BAD_GATEWAY_502).send(stays + "\n");
        }
    }

    private void metrics(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, Metrics.MEDIA_TYPE).send(metrics.text());
    }
}
