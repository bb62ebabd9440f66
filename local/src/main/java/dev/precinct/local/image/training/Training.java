package dev.precinct.local.image.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.image.archive.ImageArchive;
import dev.precinct.local.image.archive.LastLayer;
import dev.precinct.local.image.archive.LayerTar;
import dev.precinct.local.image.archive.UnpackedImage;
import dev.precinct.local.node.UnpackedPrograms;
import dev.precinct.local.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives images an AOT cache as their last layer. The platform is started from the images themselves, used, and stopped; what each unit's Java
 * then wrote becomes its cache, which that same Java must accept. Its bytes differ from run to run.
 */
public final class Training {
    private static final String CACHE = "app/precinct.aot";
    private static final int ROUNDS = 3;

    /** All our units run with it; a cache keeps objects of the heap, which collectors lay out differently. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    private final Path checkout;
    private final Path work;

    /** @param work an empty folder for what comes in between; takes about 1 GiB */
    public Training(Path checkout, Path work) {
        this.checkout = checkout;
        this.work = work;
    }

    /**
     * @param archives the image of each unit, all of them: they need each other
     * @throws UserMustActException when the platform does not run here, or a unit's Java does not take its cache
     */
    public void addCaches(Map<String, Path> archives) throws IOException {
        for (var each : archives.entrySet()) {
            Path root = Files.createDirectories(work.resolve(each.getKey()));
            try (var archive = ImageArchive.open(each.getValue())) {
                UnpackedImage.unpack(archive, archive.images().getFirst(), root);
            }
        }
        use();
        var programs = new UnpackedPrograms(work);
        for (var each : archives.entrySet()) {
            Path cache = cache(programs, each.getKey());
            new LastLayer(new LayerTar().addFile(CACHE, cache), "AOT cache", List.of("-XX:AOTCache=/" + CACHE))
                    .addTo(each.getValue(), work);
        }
    }

    private void use() throws IOException {
        var platform = new Platform(checkout, work.resolve("home"), work);
        try {
            platform.up();
            for (JsonNode tenant : platform.status().path("tenants")) {
                for (int round = 0; round < ROUNDS; round++) {
                    for (JsonNode user : tenant.path("users")) {
                        new Visit(platform.port(), tenant.path("name").asText(), user).make();
                    }
                }
            }
        } finally {
            platform.down();
        }
    }

    private Path cache(UnpackedPrograms programs, String unit) throws IOException {
        Path record = programs.record(unit);
        if (!Files.exists(record) || Files.size(record) == 0) {
            throw new UserMustActException(
                    "the training run of " + unit + " ended before Java had written what it loaded:"
                            + " the machine may be too busy; try again, or --no-training");
        }
        Path cache = work.resolve(unit + ".aot");
        java(
                programs,
                unit,
                "-XX:AOTMode=create",
                // Java 25 takes one adapter for another and says so at each start; without them starts are as fast.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTAdapterCaching",
                "-XX:AOTConfiguration=" + record,
                "-XX:AOTCache=" + cache);
        java(programs, unit, "-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-version");
        return cache;
    }

    private void java(UnpackedPrograms programs, String unit, String... options) throws IOException {
        var command =
                new ArrayList<>(List.of(programs.java(unit).toString(), COLLECTOR, "-cp", programs.classPath(unit)));
        command.addAll(List.of(options));
        Path log = work.resolve(unit + ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = ExitCode.of(process, "an AOT cache was made");
        if (code != 0) {
            throw new UserMustActException("Java made no AOT cache for " + unit + " (" + options[0] + "): "
                    + Files.readString(log).strip() + "\n--no-training makes images without");
        }
    }
}
