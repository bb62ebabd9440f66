package dev.precinct.local.image.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A layer on top of an image that is made already.
 *
 * @param what for people who read the image's history
 * @param javaOptions that the image's Java is started with from then on
 */
public record LastLayer(LayerTar content, String what, List<String> javaOptions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public LastLayer {
        javaOptions = List.copyOf(javaOptions);
    }

    /** @param work a folder for what comes in between */
    public void addTo(Path archive, Path work) throws IOException {
        Layer layer = content.writeTo(Files.createTempFile(work, "layer", ".tar"));
        Layer compressed = compressed(layer, Files.createTempFile(work, "layer", ".tar.gz"));
        String name = compressed.sha256() + ".tar.gz";
        try (var before = ImageArchive.open(archive);
                var after = new ArchiveWriter(archive)) {
            for (ImageManifest image : before.images()) {
                for (String each : image.layers()) {
                    try (var in = before.layer(each)) {
                        after.addLayer(each, before.sizeOfLayer(each), in);
                    }
                }
                after.addLayer(name, compressed.file());
                var layers = new ArrayList<>(image.layers());
                layers.add(name);
                after.addImage(image.tags(), JSON.writeValueAsBytes(changed(before.config(image), layer)), layers);
            }
            after.finish();
        }
        Files.delete(layer.file());
        Files.delete(compressed.file());
    }

    private static Layer compressed(Layer layer, Path file) throws IOException {
        try (var digest = new DigestedOutput(new BufferedOutputStream(Files.newOutputStream(file)))) {
            try (var gzip = new GZIPOutputStream(digest, 1 << 16)) {
                Files.copy(layer.file(), gzip);
            }
            return new Layer(file, digest.sha256());
        }
    }

    private JsonNode changed(JsonNode config, Layer layer) {
        ((ArrayNode) config.path("rootfs").path("diff_ids")).add("sha256:" + layer.sha256());
        ObjectNode history = ((ArrayNode) config.path("history")).addObject();
        history.put("created", config.path("created").asText()).put("created_by", "precinct images");
        history.put("comment", what);
        var entrypoint = (ArrayNode) config.path("config").path("Entrypoint");
        for (int i = 0; i < javaOptions.size(); i++) {
            entrypoint.insert(1 + i, javaOptions.get(i));
        }
        return config;
    }
}
