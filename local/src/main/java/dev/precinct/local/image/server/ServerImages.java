package dev.precinct.local.image.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.image.archive.ArchiveWriter;
import dev.precinct.local.image.archive.Layer;
import dev.precinct.local.image.archive.LayerTar;
import dev.precinct.local.image.base.ImageConfig;
import dev.precinct.local.image.base.NativeLibraries;
import dev.precinct.local.image.base.SystemFiles;
import dev.precinct.local.servers.PostgresPrograms;
import dev.precinct.local.servers.RedisProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Each holds one server's programs, their libraries, and the machine's {@code sh}: {@code initdb} runs {@code postgres} through it. They
 * are run as the official images are: programs on the path, user 999.
 */
public final class ServerImages {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** That of the official images of both servers. */
    private static final int USER = 999;

    private static final String TAG = "embedded";
    private static final String PROGRAMS = "opt/server";

    private final Path folder;
    private final Path work;

    /**
     * @param folder where the archives go
     * @param work an empty folder for what comes in between
     */
    public ServerImages(Path folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    public List<Path> write() throws IOException {
        Path postgresql = new PostgresPrograms(work.resolve("postgresql")).unpacked();
        Path redis = work.resolve("redis");
        Path program = Files.createDirectories(redis.resolve("bin")).resolve("redis-server");
        Files.copy(RedisProgram.find(Files.createDirectories(work.resolve("packaged"))), program);
        return List.of(
                image("postgresql", postgresql, Map.of("StopSignal", "SIGINT")), image("redis", redis, Map.of()));
    }

    private Path image(String name, Path programs, Map<String, Object> more) throws IOException {
        Path shell = Path.of("/bin/sh").toRealPath();
        Path tools = work.resolve(name + "-tools");
        Files.copy(shell, Files.createDirectories(tools.resolve("bin")).resolve("sh"));
        var system = new LayerTar();
        SystemFiles.addTo(system, USER);
        system.addTree("bin", tools.resolve("bin"));
        for (Path each : List.of(programs, tools)) {
            for (Path library : NativeLibraries.ofPrograms(each)) {
                system.addFile(library.toString().substring(1), library);
            }
        }
        var layers = List.of(
                system.writeTo(work.resolve(name + "-system.tar")),
                new LayerTar().addTree(PROGRAMS, programs).writeTo(work.resolve(name + "-programs.tar")));
        var run = new HashMap<String, Object>(more);
        run.put("Env", List.of("PATH=/" + PROGRAMS + "/bin:/bin", "LANG=C.UTF-8"));
        run.put("User", USER + ":" + USER);
        run.put("WorkingDir", "/tmp");
        Path archive = folder.resolve("precinct-" + name + ".tar");
        try (var writer = new ArchiveWriter(archive)) {
            for (Layer layer : layers) {
                writer.addLayer(layer.sha256() + ".tar", layer.file());
            }
            writer.addImage(
                    List.of("precinct/" + name + ":" + TAG),
                    JSON.writeValueAsBytes(
                            ImageConfig.of(run, layers, List.of("users, names, shell, libraries", name))),
                    layers.stream().map(layer -> layer.sha256() + ".tar").toList());
            writer.finish();
        }
        return archive;
    }
}
