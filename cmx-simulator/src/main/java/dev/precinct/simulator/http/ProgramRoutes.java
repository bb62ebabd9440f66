package dev.precinct.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.simulator.settings.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What anybody may ask: the version, the login page of older releases, this program's own description, its health. */
final class ProgramRoutes {
    private static final String LOGIN_PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><title>Cisco CMX</title></head>
            <body><h1>Login</h1><p>Please log in.</p></body></html>
            """;

    private final Release release;

    ProgramRoutes(Release release) {
        this.release = release;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/config/v1/version/image", Access.OPEN, this::version),
                Route.get(
                        "/login",
                        Access.OPEN,
                        exchange -> exchange.bytes(
                                200, "text/html;charset=UTF-8", LOGIN_PAGE.getBytes(StandardCharsets.UTF_8))),
                Route.get(
                        "/openapi.json",
                        Access.OPEN,
                        exchange -> exchange.bytes(200, "application/json", resource("/openapi.json"))),
                Route.get("/health/live", Access.OPEN, exchange -> exchange.json(200, up())),
                Route.get("/health/ready", Access.OPEN, exchange -> exchange.json(200, up())));
    }

    private void version(Exchange exchange) throws IOException {
        var body = Json.object().put("cmx_image_version", release.image());
        body.putArray("cmx_rpm_versions").add("cmx-" + release + ".x86_64").add("cmx-api-server-" + release);
        exchange.json(200, body);
    }

    private static JsonNode up() {
        return Json.object().put("status", "UP");
    }

    private static byte[] resource(String name) {
        try (var stream = ProgramRoutes.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
