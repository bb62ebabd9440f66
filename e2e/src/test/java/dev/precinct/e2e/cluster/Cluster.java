package dev.precinct.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.e2e.installation.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The cluster that the runner of the tests started, as a person uses it: kubectl and helm. */
final class Cluster {
    /** Of the node; {@code cluster/README.md} has the networks. */
    static final String NODE = "10.250.0.2";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROGRAM =
            Path.of("../cluster/cluster").toAbsolutePath().normalize().toString();

    private Cluster() {}

    static Output helm(String... arguments) {
        return run("helm", arguments);
    }

    static Output kubectl(String... arguments) {
        return run("kubectl", arguments);
    }

    /** What kubectl answers to {@code get … -o json}. */
    static JsonNode get(String... arguments) {
        var command = Stream.concat(Stream.of("get"), Stream.of(arguments)).toList();
        var whole = new ArrayList<>(command);
        whole.addAll(List.of("-o", "json"));
        try {
            return JSON.readTree(
                    kubectl(whole.toArray(String[]::new)).succeeded().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Output apply(String manifest) {
        return withFile(manifest, file -> kubectl("apply", "-f", file));
    }

    /** What a server would say to it, as a user of the cluster. */
    static Output applyAs(String user, String manifest) {
        return withFile(manifest, file -> kubectl("--as=" + user, "apply", "--server-side", "-f", file));
    }

    static String secret(String namespace, String name, String key) {
        String value =
                get("secret", name, "-n", namespace).path("data").path(key).asText();
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }

    private static Output withFile(String content, java.util.function.Function<String, Output> use) {
        try {
            Path file = Files.createTempFile("manifest", ".yaml");
            try {
                Files.writeString(file, content);
                return use.apply(file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Output run(String tool, String... arguments) {
        var command = new ArrayList<>(List.of(PROGRAM, tool));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + tool + " ran", e);
        }
    }
}
