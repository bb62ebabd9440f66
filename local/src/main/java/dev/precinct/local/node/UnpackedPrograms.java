package dev.precinct.local.node;

import dev.precinct.local.home.UserMustActException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The platform's images as folders: each unit runs on the Java and the jars of its own image. The first process of each writes at its end
 * what it loaded, which an AOT cache is made of.
 */
public final class UnpackedPrograms implements Programs {
    /** Of the environment: a folder of images, to run those in place of what is built here. */
    public static final String FOLDER = "PRECINCT_UNPACKED_IMAGES";

    private static final Path JAVA = Path.of("opt/java/openjdk/bin/java");
    private static final Path CLASS_PATH = Path.of("app/jib-classpath-file");
    private static final Path MAIN = Path.of("app/jib-main-class-file");

    private final Path folder;
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();

    /** @param folder has a folder with the image's files for each unit */
    public UnpackedPrograms(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<String> command(String image) {
        String unit = image.replaceFirst("^.*precinct/", "").replaceFirst("[:@].*$", "");
        Path root = root(unit);
        var command = new ArrayList<String>();
        command.add(java(unit).toString());
        if (recorded.add(unit)) {
            command.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record(unit)));
        }
        command.addAll(List.of("-cp", classPath(unit), text(root.resolve(MAIN))));
        return command;
    }

    /** What the first process of a unit writes at its end. */
    public Path record(String unit) {
        return folder.resolve(unit + ".aotconf");
    }

    public Path java(String unit) {
        return root(unit).resolve(JAVA);
    }

    /** The jars in the order of the image, each below the unit's folder. */
    public String classPath(String unit) {
        var jars = new ArrayList<String>();
        for (String jar : text(root(unit).resolve(CLASS_PATH)).split(":", -1)) {
            jars.add(root(unit) + jar);
        }
        return String.join(":", jars);
    }

    public Path root(String unit) {
        return folder.resolve(unit);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new UserMustActException("no unpacked image: " + file + " is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
