package dev.precinct.local.cli.context;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.home.AtomicFile;
import dev.precinct.local.home.Home;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.installation.Rhythm;
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
 * @param demoOver what the simulator served when the demo tenant was made, see {@link #served()}; null before. One that somebody deleted
 *     does not come back, and its users keep their places until something else is served
 */
public record UpOptions(
        KubernetesKind kubernetes,
        @Nullable String recorded,
        @Nullable Double speed,
        @Nullable Integer clients,
        @Nullable Rhythm rhythm,
        @Nullable String demoOver) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static UpOptions read(Home home) throws IOException {
        Path file = file(home);
        if (!Files.exists(file)) {
            return new UpOptions(KubernetesKind.EMBEDDED, null, null, null, null, null);
        }
        try {
            return JSON.readValue(file.toFile(), UpOptions.class);
        } catch (IOException e) {
            throw new UserMustActException(
                    file + " is damaged: delete it and start again with the options you want", e);
        }
    }

    public void write(Home home) throws IOException {
        AtomicFile.write(file(home), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    public UpOptions withDemoMade() {
        return new UpOptions(kubernetes, recorded, speed, clients, rhythm, served());
    }

    public boolean demoMade() {
        return demoOver != null;
    }

    /** Which places the simulator serves with these options. */
    public String served() {
        return recorded == null ? "synthetic" : recorded;
    }

    public SimulatorOptions simulator() {
        return new SimulatorOptions(recorded == null ? null : Path.of(recorded), speed, clients, rhythm);
    }

    private static Path file(Home home) {
        return home.folder().resolve("options.json");
    }
}
