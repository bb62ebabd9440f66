package dev.precinct.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Class data archives of the modules: half of a start is loading classes, and an archive has them ready. The JVM writes one itself when a
 * process ends that was asked to.
 */
final class ClassArchives {
    private final Set<String> beingMade = ConcurrentHashMap.newKeySet();

    /**
     * The first process of a module that has no archive is asked to make it; it starts slower for that, so the others are not.
     *
     * @param target the module's folder of built files
     */
    List<String> options(String module, Path target) {
        Path archive = target.resolve(module + "-" + version(target) + ".jsa");
        if (!Files.exists(archive)) {
            if (!Files.isWritable(target) || !beingMade.add(archive.toString())) {
                return List.of();
            }
            forgetOlder(module, target);
        }
        // The JVM tells at length which classes it leaves out.
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off,aot*=off");
    }

    /** An archive is good for these jars and this JDK only, and the JVM does not notice all differences in time to make a new one. */
    private static String version(Path target) {
        var seen = new TreeSet<String>();
        seen.add(System.getProperty("java.vm.version", ""));
        for (Path folder : List.of(target, target.resolve("libs"))) {
            for (Path jar : files(folder, ".jar")) {
                seen.add(stateOf(jar));
            }
        }
        return UUID.nameUUIDFromBytes(String.join("\n", seen).getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }

    private static String stateOf(Path jar) {
        try {
            return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forgetOlder(String module, Path target) {
        for (Path old : files(target, ".jsa")) {
            if (old.getFileName().toString().startsWith(module + "-")) {
                try {
                    Files.deleteIfExists(old);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
