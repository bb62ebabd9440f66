package dev.precinct.local.image.base;

import dev.precinct.local.image.archive.Layer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How an image is run, and what it consists of, as the OCI's image configuration says it. The same content makes the same text. */
public final class ImageConfig {
    private static final String EPOCH = "1970-01-01T00:00:00Z";

    private ImageConfig() {}

    /**
     * @param run {@code Env}, {@code Entrypoint}, {@code User} and such
     * @param layers the lowest first
     * @param history what each layer is, for people
     */
    public static Map<String, Object> of(Map<String, Object> run, List<Layer> layers, List<String> history) {
        return new TreeMap<>(Map.of(
                "created",
                EPOCH,
                "architecture",
                architecture(),
                "os",
                "linux",
                "config",
                new TreeMap<>(run),
                "rootfs",
                new TreeMap<>(Map.of(
                        "type",
                        "layers",
                        "diff_ids",
                        layers.stream().map(layer -> "sha256:" + layer.sha256()).toList())),
                "history",
                history.stream()
                        .map(what -> new TreeMap<>(Map.of("created", EPOCH, "created_by", what)))
                        .toList()));
    }

    private static String architecture() {
        String machine = System.getProperty("os.arch", "");
        return switch (machine) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> machine;
        };
    }
}
