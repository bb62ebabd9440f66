package dev.precinct.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs of this machine. */
public final class OnPath {
    private OnPath() {}

    /** Those of this name that may be run, in the order of {@code PATH}. */
    public static Stream<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(each -> Path.of(each).resolve(name))
                .filter(Files::isExecutable);
    }
}
