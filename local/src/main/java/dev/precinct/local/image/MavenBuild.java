package dev.precinct.local.image;

import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.process.ExitCode;
import dev.precinct.local.process.OnPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The build of this checkout with the profile {@code images}, as a program of its own. */
final class MavenBuild {
    private static final int LINES_TOLD = 4;
    private static final String ERROR = "[ERROR] ";
    private static final Pattern ADVICE = Pattern.compile(
            "To see the full stack trace|Re-run Maven|For more information|\\[Help 1] http|After correcting");

    /** How Jib says that a registry did not give the base image: no such host or image, no answer, no right. */
    private static final Pattern NOT_PULLED = Pattern.compile(
            "I/O error for image|Unauthorized for|Failed to authenticate|tried to pull image manifest|pull BLOB for|Connect to");

    private final Path checkout;
    private final Path log;
    private final Path folder;

    /** @param folder where the archives, the log and the layers that Jib keeps go */
    MavenBuild(Path checkout, Path folder) {
        this.checkout = checkout;
        this.folder = folder;
        log = folder.resolve("build.log");
    }

    void packageImages(List<String> units, String base) throws IOException {
        var process = new ProcessBuilder(
                        program(),
                        "--batch-mode",
                        "--quiet",
                        "package",
                        "-Pimages",
                        "--projects",
                        String.join(",", units),
                        "--also-make",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip",
                        "-Dimage.base=" + base,
                        "-Dimage.folder=" + folder,
                        "-Djib.baseImageCache=" + folder.resolve("cache/base"),
                        "-Djib.applicationCache=" + folder.resolve("cache/units"),
                        "-Djib.console=plain")
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (ExitCode.of(process.start(), "Maven ran") != 0) {
            throw failed(base);
        }
    }

    private UserMustActException failed(String base) throws IOException {
        String said = Files.readString(log);
        String errors = String.join("\n  ", errors(said));
        if (NOT_PULLED.matcher(said).find()) {
            return new UserMustActException("the base image " + base + " could not be pulled:\n  " + errors
                    + "\n--base " + Base.LINKED + " makes one of this machine and needs no registry");
        }
        return new UserMustActException("Maven failed; all of it is in " + log + ":\n  " + errors);
    }

    /** The lines that say what went wrong, without Maven's advice how to learn more. */
    static List<String> errors(String said) {
        return said.lines()
                .filter(line -> line.startsWith(ERROR))
                .map(line -> line.substring(ERROR.length()).strip())
                .filter(line -> !line.isEmpty() && !ADVICE.matcher(line).find())
                .distinct()
                .limit(LINES_TOLD)
                .toList();
    }

    private static String program() {
        return OnPath.find("mvn")
                .findFirst()
                .orElseThrow(() -> new UserMustActException(
                        "images are built by Maven 3.8.7 or newer, and mvn is not on the path"))
                .toString();
    }
}
