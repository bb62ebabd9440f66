package dev.precinct.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.gateway.observability.GatewayHealth;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.function.Supplier;

/** Probes and metrics, on a port of their own that no client reaches. */
public final class HealthServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebServer server;

    /** @param port 0 for any free one */
    public HealthServer(int port, GatewayHealth health, Supplier<String> metrics) {
        this.server = WebServer.builder()
                .port(port)
                .shutdownHook(false)
                .routing(routing -> routing.get(
                                "/health/live", (request, response) -> json(response, Map.of("status", "UP")))
                        .get("/health/ready", (request, response) -> {
                            response.status(health.isReady() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
                            json(response, health.report());
                        })
                        .get(
                                "/metrics",
                                (request, response) -> response.header(
                                                HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                                        .send(metrics.get())))
                .build()
                .start();
    }

    private static void json(ServerResponse response, Map<String, Object> body) {
        try {
            response.header(HeaderNames.CONTENT_TYPE, "application/json").send(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
