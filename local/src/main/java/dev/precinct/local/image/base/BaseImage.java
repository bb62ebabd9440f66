package dev.precinct.local.image.base;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.image.archive.ArchiveWriter;
import dev.precinct.local.image.archive.Layer;
import dev.precinct.local.image.archive.LayerTar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The base image as an archive. The same machine makes the same bytes again. */
public final class BaseImage {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A number, since Kubernetes can't tell by a name that it is not root. */
    private static final int USER = 10_001;

    private final Path jdk;

    /** @param jdk what the Java of the image is linked from */
    public BaseImage(Path jdk) {
        this.jdk = jdk;
    }

    /**
     * @param work an empty folder for what comes in between
     * @throws UserMustActException when this machine lacks something for it; the message says what
     */
    public void writeTo(Path archive, Path work) throws IOException {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            throw new UserMustActException("a base image is made from the libraries of a Linux, and this is "
                    + System.getProperty("os.name") + ": name one with --base, for example eclipse-temurin:25-jre");
        }
        LinkedJava java = LinkedJava.link(jdk, work.resolve("java"));
        Layer system = system(java).writeTo(work.resolve("system.tar"));
        Layer runtime = new LayerTar().addTree(LinkedJava.FOLDER, java.folder()).writeTo(work.resolve("java.tar"));
        try (var writer = new ArchiveWriter(archive)) {
            var layers = List.of(system, runtime);
            for (Layer layer : layers) {
                writer.addLayer(layer.sha256() + ".tar", layer.file());
            }
            writer.addImage(
                    List.of("precinct/java:" + Runtime.version().feature()),
                    JSON.writeValueAsBytes(config(layers)),
                    layers.stream().map(layer -> layer.sha256() + ".tar").toList());
            writer.finish();
        }
    }

    private static LayerTar system(LinkedJava java) throws IOException {
        var layer = new LayerTar();
        SystemFiles.addTo(layer, USER);
        for (Path library : NativeLibraries.of(java.folder())) {
            layer.addFile(library.toString().substring(1), library);
        }
        return layer;
    }

    private static Map<String, Object> config(List<Layer> layers) {
        String home = "/" + LinkedJava.FOLDER;
        return ImageConfig.of(
                Map.of(
                        "Env",
                        List.of("PATH=" + home + "/bin", "JAVA_HOME=" + home, "LANG=C.UTF-8"),
                        "WorkingDir",
                        "/tmp"),
                layers,
                List.of("users, time zones, certificates, C library", "Java " + Runtime.version()));
    }
}
