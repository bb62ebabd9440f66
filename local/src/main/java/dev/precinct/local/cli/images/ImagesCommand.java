package dev.precinct.local.cli.images;

import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.image.Base;
import dev.precinct.local.image.ImageBuild;
import dev.precinct.local.image.archive.Bundle;
import dev.precinct.local.image.archive.ImageArchive;
import dev.precinct.local.image.archive.ImageManifest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the container images of all units. */
@Command(
        name = "images",
        description = "Build the container images; needs neither a container engine nor a registry.",
        footer = {
            "",
            "Each unit becomes an archive that 'ctr -n k8s.io images import', 'docker load' and 'cluster/cluster load' take.",
            "The images of our units run as user 10001 with a read-only root file system and an emptyDir at /tmp."
        })
public final class ImagesCommand implements Callable<Integer> {
    private static final double MIB = 1024.0 * 1024;

    private final Path checkout;
    private final PrintStream out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean help;

    @Option(
            names = "--base",
            paramLabel = "jlink|IMAGE|FILE.tar",
            defaultValue = Base.LINKED,
            description =
                    "What the images are based on: a Java linked on this machine with its C library (the default),"
                            + " an image of a registry such as eclipse-temurin:25-jre, or an image archive.")
    private String base = Base.LINKED;

    @Option(
            names = "--target",
            paramLabel = "FOLDER",
            description = "Where the archives go; default target/images of the checkout.")
    private @Nullable Path target;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "Also put all images into this one file, for a site without a registry.")
    private @Nullable Path bundle;

    @Option(
            names = "--no-training",
            description =
                    "Leave out the AOT caches. They halve the time of a start, and cost a run of the whole platform"
                            + " here, about a minute; only images of all units on the base jlink get them.")
    private boolean withoutTraining;

    @Option(
            names = "--servers",
            description =
                    "Also make images of PostgreSQL and Redis, from the programs that 'up' runs here: for a site without a registry.")
    private boolean servers;

    @Parameters(
            paramLabel = "UNIT",
            arity = "0..*",
            description =
                    "Which images: operator, gateway, tenant-runtime, cmx-simulator; all of them where none is named.")
    private List<String> units = new ArrayList<>();

    public ImagesCommand(Map<String, String> environment, PrintStream out) {
        checkout = Path.of(environment.getOrDefault("PRECINCT_INSTALLED", "."))
                .toAbsolutePath()
                .normalize();
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = absolute(target == null ? checkout.resolve("target/images") : target);
        Path together = bundle == null ? null : writable(absolute(bundle));
        var build = new ImageBuild(checkout, folder, text -> out.println("precinct: " + text + " ..."));
        Base chosen = Base.parse(base);
        var archives = new ArrayList<>(build.run(chosen, wanted()));
        if (!withoutTraining && chosen instanceof Base.Linked && archives.size() == ImageBuild.UNITS.size()) {
            build.addCaches();
        }
        if (servers) {
            archives.addAll(build.servers());
        }
        for (Path archive : archives) {
            describe(archive);
        }
        if (together != null) {
            Bundle.write(together, archives);
            out.printf(Locale.ROOT, "%-40s %6.1f MiB  all of them%n", together, size(together));
        }
        return 0;
    }

    private List<String> wanted() {
        for (String unit : units) {
            if (!ImageBuild.UNITS.contains(unit)) {
                throw new UserMustActException(
                        "no image of that name: " + unit + "; there are: " + String.join(", ", ImageBuild.UNITS));
            }
        }
        return units.isEmpty() ? ImageBuild.UNITS : units.stream().distinct().toList();
    }

    private void describe(Path archive) throws IOException {
        try (var open = ImageArchive.open(archive)) {
            for (ImageManifest image : open.images()) {
                out.printf(
                        Locale.ROOT, "%-40s %6.1f MiB  %s%n", archive, size(archive), String.join(", ", image.tags()));
            }
        }
    }

    private static double size(Path file) throws IOException {
        return Files.size(file) / MIB;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Told before the build, which takes long, and not after it. */
    private static Path writable(Path file) {
        Path parent = file.getParent();
        if (parent == null || Files.isDirectory(file)) {
            throw new UserMustActException("--bundle: " + file + " is a folder; name a file in it");
        }
        if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new UserMustActException(
                    "--bundle: can't write to " + parent + ": make that folder, or name a file in another");
        }
        return file;
    }
}
