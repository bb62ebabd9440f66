package dev.precinct.local.node;

import dev.precinct.local.home.UserMustActException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The modules of this checkout, which the platform's images are built from. */
public final class BuiltPrograms implements Programs {
    private static final Map<String, String> MAIN = Map.of(
            "operator", "dev.precinct.operator.OperatorMain",
            "gateway", "dev.precinct.gateway.GatewayMain",
            "tenant-runtime", "dev.precinct.runtime.RuntimeMain",
            "cmx-simulator", "dev.precinct.simulator.SimulatorMain");

    private final Path installed;
    private final ClassArchives archives = new ClassArchives();

    /** @param installed root of the built checkout */
    public BuiltPrograms(Path installed) {
        this.installed = installed;
    }

    @Override
    public List<String> command(String image) {
        String module = image.replaceFirst("^.*precinct/", "").replaceFirst("[:@].*$", "");
        String main = MAIN.get(module);
        if (main == null) {
            throw new UserMustActException("no program for the image " + image + "; known: " + MAIN.keySet());
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(classArchive(module));
        command.addAll(List.of("-cp", classPath(module), main));
        return command;
    }

    /** JVM options to start this module from its class archive, or to make one. */
    public List<String> classArchive(String module) {
        return archives.options(module, installed.resolve(module).resolve("target"));
    }

    /** The jar itself and its libraries. */
    public String classPath(String module) {
        Path target = installed.resolve(module).resolve("target");
        return jar(target, module) + ":" + target.resolve("libs") + "/*";
    }

    private static Path jar(Path target, String module) {
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                var found = files.filter(file -> {
                            String name = file.getFileName().toString();
                            return name.startsWith(module + "-") && name.endsWith(".jar") && !name.contains("-sources");
                        })
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new UserMustActException(module + " is not built: ./precinct up builds it");
    }
}
