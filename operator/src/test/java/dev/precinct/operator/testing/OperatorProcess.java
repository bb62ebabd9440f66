package dev.precinct.operator.testing;

import dev.precinct.operator.OperatorMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An operator as it runs in a pod: it has its own process and can be asked to end, or killed. */
public final class OperatorProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("answers on port (\\d+)");
    private static final Pattern PASSES = Pattern.compile("(?m)^precinct_operator_passes_total\\{.*} (\\d+)$");
    private static final Pattern WRITES = Pattern.compile("(?m)^precinct_operator_object_writes_total (\\d+)$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path log;
    private final Process process;

    OperatorProcess(Map<String, String> environment, Path log) throws IOException {
        this.log = log;
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx200m",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                OperatorMain.class.getName()));
        // Whoever started the tests has settings of his own.
        builder.environment().keySet().removeIf(name -> name.startsWith("PRECINCT_"));
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
    }

    /** Sees the cluster, and works or stands by. */
    public boolean isReady() {
        return get("/health/ready").map(answer -> answer.statusCode() == 200).orElse(false);
    }

    /** Passes over tenants since the start. */
    public long passes() {
        return sum(PASSES);
    }

    /** Objects written to Kubernetes since the start. */
    public long writes() {
        return sum(WRITES);
    }

    /** What the process wrote, for the message of a failing test. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Kubernetes ends a pod. */
    public void askToEnd() {
        process.destroy();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private long sum(Pattern metric) {
        String text = get("/metrics").orElseThrow().body();
        return metric.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private Optional<HttpResponse<String>> get(String path) {
        var port = PORT.matcher(log());
        if (!port.find()) {
            return Optional.empty();
        }
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + path))
                .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
