package dev.precinct.local.image.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.home.Ports;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.node.UnpackedPrograms;
import dev.precinct.local.process.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Precinct on this machine, in a home and on ports of its own, its units from unpacked images. */
final class Platform {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES_TOLD = 6;

    private final Path checkout;
    private final Path home;
    private final Path images;
    private final int port = freePair();

    /** @param images as {@link UnpackedPrograms} has them */
    Platform(Path checkout, Path home, Path images) {
        this.checkout = checkout;
        this.home = home;
        this.images = images;
    }

    /** @throws UserMustActException when it does not start; with what it said last */
    void up() throws IOException {
        command("up");
    }

    void down() throws IOException {
        command("down");
    }

    int port() {
        return port;
    }

    /** As {@code status --json} prints it. */
    JsonNode status() throws IOException {
        String text = command("status", "--json");
        return JSON.readTree(text.substring(Math.max(0, text.indexOf('{'))));
    }

    private String command(String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.precinct.local.PrecinctMain"));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).directory(checkout.toFile()).redirectErrorStream(true);
        Path said = Files.createTempFile(images, arguments[0], ".log");
        builder.redirectOutput(said.toFile());
        var environment = builder.environment();
        environment.remove("KUBECONFIG");
        environment.put("PRECINCT_INSTALLED", checkout.toString());
        environment.put("PRECINCT_HOME", home.toString());
        environment.put("PRECINCT_PORT", Integer.toString(port));
        environment.put(UnpackedPrograms.FOLDER, images.toString());
        int code = ExitCode.of(builder.start(), "a training run went on");
        String text = Files.readString(said, StandardCharsets.UTF_8);
        if (code != 0) {
            List<String> lines = text.lines().toList();
            throw new UserMustActException("the run that AOT caches are trained in failed at '" + arguments[0]
                    + "':\n  "
                    + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()))
                    + "\n--no-training makes images without them");
        }
        return text;
    }

    /** The simulator has the port after the gateway's. */
    private static int freePair() {
        int port = Ports.free();
        while (!Ports.isFree(port + 1)) {
            port = Ports.free();
        }
        return port;
    }
}
