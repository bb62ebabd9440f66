package dev.precinct.local.image.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All images in one file, for a site without a way to a registry; a layer that several images have is in it once. */
public final class Bundle {
    private static final String README = """
            Precinct: container images for a site without a registry

            Images in this file:
            %s
            Put them where your cluster gets images from, one of:

              each node with containerd   ctr -n k8s.io images import %s
              K3s                         copy this file to /var/lib/rancher/k3s/agent/images/ of each node
              a Docker engine             docker load -i %s
              a registry of your own      docker load as above; for each image docker tag NAME REGISTRY/NAME, docker push REGISTRY/NAME

            Where the images were put on the nodes, pods need imagePullPolicy: IfNotPresent (or Never).
            They run as user 10001, and need no writable file system but an emptyDir at /tmp.
            """;

    private Bundle() {}

    /** @param file is replaced as a whole where it exists */
    public static void write(Path file, List<Path> archives) throws IOException {
        try (var writer = new ArchiveWriter(file)) {
            var tags = new ArrayList<String>();
            for (Path archive : archives) {
                try (var images = ImageArchive.open(archive)) {
                    tags.addAll(add(writer, images));
                }
            }
            writer.addText("README.txt", readme(file.getFileName().toString(), tags));
            writer.finish();
        }
    }

    private static List<String> add(ArchiveWriter writer, ImageArchive archive) throws IOException {
        var tags = new ArrayList<String>();
        for (ImageManifest image : archive.images()) {
            for (String layer : image.layers()) {
                try (var content = archive.layer(layer)) {
                    writer.addLayer(layer, archive.sizeOfLayer(layer), content);
                }
            }
            writer.addImage(image.tags(), archive.configBytes(image), image.layers());
            tags.addAll(image.tags());
        }
        return tags;
    }

    private static String readme(String file, List<String> tags) {
        var names = new StringBuilder();
        tags.forEach(tag -> names.append("  ").append(tag).append('\n'));
        return README.formatted(names, file, file);
    }
}
