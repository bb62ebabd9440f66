package dev.precinct.e2e.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Precinct as {@code ./precinct up} starts it, in a home and on ports of its own. */
public final class PrecinctInstallation implements AutoCloseable {
    public static final String DEMO = "acme";

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long COMMAND_MINUTES = 20;

    private final Kind kind;
    private final Path home;
    private final int port;
    private final Map<String, String> demoPasswords = new TreeMap<>();

    /** What is behind it. */
    public enum Kind {
        /** The embedded Kubernetes API and the synthetic campus. */
        EMBEDDED,
        /** A real Kubernetes API and the synthetic campus. */
        REAL,
        /** The embedded Kubernetes API and what a real appliance gave. */
        RECORDED;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private PrecinctInstallation(Kind kind, Path home, int port) {
        this.kind = kind;
        this.home = home;
        this.port = port;
    }

    /** A new installation, its demo tenant ready. */
    public static PrecinctInstallation start(Kind kind) {
        Path home = Path.of("target", "home-" + kind.wire()).toAbsolutePath();
        var installation = new PrecinctInstallation(kind, home, freePair());
        installation.command("reset").succeeded();
        try {
            installation.up().succeeded();
        } catch (AssertionError e) {
            installation.command("down");
            throw e;
        }
        return installation;
    }

    /** Starts it again, as at first. */
    public Output up() {
        return switch (kind) {
            case EMBEDDED, REAL -> command("up", "--kubernetes", kind.wire());
            case RECORDED -> command("up", "--recorded", recordedFolder().toString());
        };
    }

    /** Files that a real appliance gave; not part of the repository. */
    public static Path recordedFolder() {
        String named = Objects.requireNonNullElse(System.getenv("SIMULATOR_RECORDED"), "");
        return named.isEmpty() ? ROOT.resolve("../shared/data/cmx/recorded").normalize() : Path.of(named);
    }

    public static boolean hasRecordedFolder() {
        return Files.isDirectory(recordedFolder());
    }

    public Output command(String... arguments) {
        return command(Map.of(), arguments);
    }

    /** @param environment beside the home and the port of this installation, or in their place */
    public Output command(Map<String, String> environment, String... arguments) {
        Process process = begin(environment, arguments);
        try (var out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(COMMAND_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("./precinct " + String.join(" ", arguments) + " does not end:\n" + text);
            }
            return new Output(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during ./precinct " + String.join(" ", arguments), e);
        }
    }

    private Process begin(Map<String, String> more, String... arguments) {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("precinct").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        // The cluster of other tests is not the one that this installation is to run on.
        environment.remove("KUBECONFIG");
        environment.put("PRECINCT_HOME", home.toString());
        environment.put("PRECINCT_PORT", Integer.toString(port));
        environment.put("PRECINCT_JAVA_HOME", System.getProperty("java.home"));
        environment.put("PRECINCT_NO_BUILD", "1");
        environment.putAll(more);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Status status() {
        String text = command("status", "--json").succeeded().text();
        try {
            return JSON.readValue(text.substring(text.indexOf('{')), Status.class);
        } catch (IOException e) {
            throw new AssertionError("status is not what its contract says:\n" + text, e);
        }
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    /** The gateway, asked for a tenant, without login. */
    public Api tenant(String name) {
        return Api.anonymous(port, name + ".localhost");
    }

    /** The gateway, asked for the demo tenant as one of its users. */
    public Api demo(String user) {
        return tenant(DEMO).as(user, password(DEMO, user));
    }

    /** A tenant that is deleted and made again has new passwords: only those of the demo, which stays, are remembered. */
    public String password(String tenant, String user) {
        if (!tenant.equals(DEMO)) {
            return status().user(tenant, user).password();
        }
        return demoPasswords.computeIfAbsent(
                user, name -> status().user(DEMO, name).password());
    }

    /** The simulator, with the account of its config and location API. */
    public Api simulator() {
        var simulator = status().simulator();
        return Api.anonymous(port + 1, "127.0.0.1").as(simulator.username(), simulator.password());
    }

    /** Every device of the simulator now: its {@code devices}. */
    public JsonNode truth() {
        return Api.anonymous(port + 1, "127.0.0.1")
                .get("/simulator/truth")
                .json()
                .path("devices");
    }

    /** The Kubernetes API, asked as its administrator. */
    public Api kubernetes() {
        try {
            String access = Files.readString(home.resolve("run/plain.kubeconfig"));
            int at = Integer.parseInt(access.replaceAll("(?s).*server: \"?http://127\\.0\\.0\\.1:(\\d+).*", "$1"));
            String token = access.replaceAll("(?s).*token: \"?([^\"\\s]+).*", "$1");
            return Api.anonymous(at, "127.0.0.1").with("Authorization", "Bearer " + token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a floor of the simulator another name. */
    public void rename(String floor, String name) {
        int status = Api.anonymous(port + 1, "127.0.0.1")
                .send("POST", "/simulator/floors/" + floor, "{\"name\":\"" + name + "\"}")
                .status();
        if (status >= 300) {
            throw new AssertionError("the simulator answers " + status + " for the new name " + name);
        }
    }

    public void fault(String json) {
        Api control = Api.anonymous(port + 1, "127.0.0.1");
        int status = json.isEmpty()
                ? control.send("DELETE", "/simulator/faults", "").status()
                : control.send("PUT", "/simulator/faults", json).status();
        if (status >= 300) {
            throw new AssertionError("the simulator answers " + status + " for " + json);
        }
    }

    /** The content of an example, its CMX replaced by this installation's simulator. */
    public Path example(String name) {
        try {
            String text = Files.readString(ROOT.resolve("examples").resolve(name))
                    .replaceAll("url: http://127\\.0\\.0\\.1:\\d+", "url: http://127.0.0.1:" + (port + 1));
            return file(name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file beside the home, to be applied. */
    public Path file(String name, String text) {
        try {
            return Files.writeString(home.resolveSibling(kind.wire() + "-" + name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        command("down").succeeded();
        command("reset").succeeded();
    }

    private static int freePair() {
        for (int attempt = 0; attempt < 50; attempt++) {
            try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var second = new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return second.getLocalPort() - 1;
            } catch (IOException e) {
                continue;
            }
        }
        throw new AssertionError("no two free ports side by side");
    }
}
