package dev.precinct.runtime.testing;

import dev.precinct.runtime.RuntimeMain;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.TenantKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runtime as a process of its own, as a node starts it: from nothing but its environment. */
public final class RuntimeProcess implements AutoCloseable {
    public static final String SECRET = "push-secret";

    private final Map<String, String> environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.next();
    private final int healthPort = FreePort.next();
    private final Path log;
    private Process process;

    private RuntimeProcess(Map<String, String> environment) {
        this.environment = environment;
        environment.put("PRECINCT_HTTP_PORT", Integer.toString(port));
        environment.put("PRECINCT_HEALTH_PORT", Integer.toString(healthPort));
        try {
            this.log = Files.createTempFile("precinct-runtime", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = launch();
    }

    /** @param cmx empty for a tenant without CMX */
    public static RuntimeProcess start(
            TenantKeys keys, RuntimeSettings.Database database, RuntimeSettings.Redis redis, Optional<TestingCmx> cmx) {
        return start(keys, database, redis, cmx, Map.of());
    }

    /** @param otherwise environment variables that stand for the usual ones */
    public static RuntimeProcess start(
            TenantKeys keys,
            RuntimeSettings.Database database,
            RuntimeSettings.Redis redis,
            Optional<TestingCmx> cmx,
            Map<String, String> otherwise) {
        var environment = new HashMap<String, String>();
        environment.put("PRECINCT_TENANT_ID", keys.tenant().value());
        environment.put("PRECINCT_TENANT_NAME", "acme");
        environment.put("PRECINCT_TENANT_DISPLAY_NAME", "Acme Malls");
        environment.put("PRECINCT_TIME_ZONE", "America/Bogota");
        environment.put("PRECINCT_DATABASE_URL", database.url());
        environment.put(
                "PRECINCT_DATABASE_CREDENTIALS", database.credentials().path().toString());
        environment.put("PRECINCT_REDIS_URL", redis.url().toString());
        environment.put("PRECINCT_REDIS_CREDENTIALS", redis.credentials().path().toString());
        environment.put("PRECINCT_REDIS_LIVE_TTL", redis.liveTtl().toString());
        environment.put("PRECINCT_REDIS_HISTORY_TTL", redis.historyTtl().toString());
        var permissions = Folders.of(Map.of("permissions.json", PERMISSIONS, "jwks.json", "{\"keys\":[]}"));
        environment.put(
                "PRECINCT_SEED_FILE", permissions.resolve("permissions.json").toString());
        environment.put(
                "PRECINCT_PASSWORDS", Folders.of(Map.of("admin", "password")).toString());
        environment.put(
                "PRECINCT_ASSERTION_KEYS", permissions.resolve("jwks.json").toString());
        cmx.ifPresent(appliance -> {
            environment.put("PRECINCT_CMX_URL", "http://cmx.localhost:" + appliance.port());
            environment.put(
                    "PRECINCT_CMX_CREDENTIALS",
                    Folders.credentials(TestingCmx.USER, TestingCmx.PASSWORD).toString());
            environment.put("PRECINCT_CMX_POLLING_INTERVAL", "PT0.3S");
            environment.put("PRECINCT_CMX_NOTIFICATIONS", "Enabled");
            environment.put("PRECINCT_CMX_NOTIFICATIONS_URL", "http://acme.localhost/cmx/notifications/");
            environment.put(
                    "PRECINCT_CMX_NOTIFICATIONS_SECRET",
                    Folders.of(Map.of("secret", SECRET)).resolve("secret").toString());
        });
        environment.putAll(otherwise);
        return new RuntimeProcess(environment);
    }

    private static final String PERMISSIONS = """
            {"roles":[],"disclosures":[],"groups":[],"users":[],"administrator":"admin"}""";

    private Process launch() {
        try {
            var builder = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xmx160m",
                    "-Dlogback.configurationFile=logback.xml",
                    "-cp",
                    System.getProperty("java.class.path"),
                    RuntimeMain.class.getName()));
            // Whoever started the tests has settings of his own.
            builder.environment().keySet().removeIf(name -> name.startsWith("PRECINCT_"));
            builder.environment().putAll(environment);
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Status and body of the health port; 0 when nobody answers. */
    public Answer health(String path) {
        return get(healthPort, path);
    }

    public Answer get(String path) {
        return get(port, path);
    }

    private Answer get(int to, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to + path)));
    }

    public Answer push(String secret, String body) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cmx/notifications/" + secret))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As the operator asks before a runtime ends for good. */
    public Answer leave() {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + healthPort + "/leave"))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public record Answer(int status, String body) {}

    public int port() {
        return port;
    }

    /** What the process wrote, for the message of a failing test. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public void startAgain() {
        process = launch();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        kill();
    }
}
