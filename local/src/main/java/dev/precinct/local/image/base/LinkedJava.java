package dev.precinct.local.image.base;

import dev.precinct.local.home.UserMustActException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Java runtime of the modules that our units use, linked from a JDK. */
final class LinkedJava {
    /** Where the Temurin images have theirs too, so that one image can replace the other. */
    static final String FOLDER = "opt/java/openjdk";

    /** Those of Java SE, and of the rest: what servers need, names by DNS, and what one diagnoses a running pod with. */
    private static final List<String> MODULES = List.of(
            "java.se",
            "jdk.charsets",
            "jdk.crypto.cryptoki",
            "jdk.httpserver",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.management.agent",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.nio.mapmode",
            "jdk.security.auth",
            "jdk.unsupported",
            "jdk.zipfs");

    /** They need a display or a sound card, and with them a dozen libraries that no server has. */
    private static final String LEFT_OUT = "**/libawt_xawt.so,**/libjawt.so,**/libsplashscreen.so,**/libjsound.so";

    private final Path folder;

    private LinkedJava(Path folder) {
        this.folder = folder;
    }

    /**
     * Not compressed: a layer is, as a whole, and classes load faster this way.
     *
     * @param jdk with {@code jmods}, or one that can link from its own run-time image
     * @param into does not exist
     */
    static LinkedJava link(Path jdk, Path into) throws IOException {
        Path jlink = jdk.resolve("bin/jlink");
        if (!Files.isExecutable(jlink)) {
            throw new UserMustActException(
                    jdk + " has no jlink, which makes the base image: set JAVA_HOME to a whole JDK,"
                            + " or name another base image with --base");
        }
        Tool.run(List.of(
                jlink.toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-0",
                "--exclude-files=" + LEFT_OUT,
                "--generate-cds-archive",
                "--output",
                into.toString()));
        return new LinkedJava(into);
    }

    Path folder() {
        return folder;
    }
}
