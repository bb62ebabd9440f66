package dev.precinct.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.home.AtomicFile;
import dev.precinct.local.home.Home;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.installation.SimulatorOptions;
import dev.precinct.local.supervisor.KubernetesKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the last {@code up} was told, kept so that the next one without options does the same.
 *
 * @param recorded folder of recorded files; null for the synthetic campus
 * @param demoMade whether the demo tenant was made: one that somebody deleted does not come back
 */
record UpOptions(
        KubernetesKind kubernetes,
        @Nullable String recorded,
        @Nullable Double speed,
        @Nullable Integer clients,
        boolean demoMade) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static UpOptions read(Home home) throws IOException {
        Path file = file(home);
        if (!Files.exists(file)) {
            return new UpOptions(KubernetesKind.EMBEDDED, null, null, null, false);
        }
        try {
            return JSON.readValue(file.toFile(), UpOptions.class);
        } catch (IOException e) {
            throw new UserMustActException(
                    file + " is damaged: delete it and start again with the options you want", e);
        }
    }

    void write(Home home) throws IOException {
        AtomicFile.write(file(home), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    UpOptions withDemoMade() {
        return new UpOptions(kubernetes, recorded, speed, clients, true);
    }

    SimulatorOptions simulator() {
        return new SimulatorOptions(recorded == null ? null : Path.of(recorded), speed, clients);
    }

    private static Path file(Home home) {
        return home.folder().resolve("options.json");
    }
}
