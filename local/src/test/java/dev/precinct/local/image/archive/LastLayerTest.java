package dev.precinct.local.image.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLayerTest {
    private static final String CONFIG = """
            {"created": "1970-01-01T00:00:00Z", "config": {"Entrypoint": ["java", "-cp", "@/app/cp", "Main"]},
             "rootfs": {"diff_ids": ["sha256:below"]}, "history": [{"created_by": "jib"}]}
            """;

    @TempDir
    Path folder;

    private Path archive = Path.of("");
    private String below = "";

    @BeforeEach
    void anImage() throws IOException {
        archive = folder.resolve("image.tar");
        Layer layer = new LayerTar().add("java", new LayerEntry.TextFile("25")).writeTo(folder.resolve("below.layer"));
        below = layer.sha256() + ".tar";
        try (var writer = new ArchiveWriter(archive)) {
            writer.addLayer(below, layer.file());
            writer.addImage(List.of("precinct/gateway:1"), CONFIG.getBytes(StandardCharsets.UTF_8), List.of(below));
            writer.finish();
        }
        new LastLayer(
                        new LayerTar().add("app/precinct.aot", new LayerEntry.TextFile("cache")),
                        "AOT cache",
                        List.of("-XX:AOTCache=/app/precinct.aot"))
                .addTo(archive, Files.createDirectories(folder.resolve("work")));
    }

    @Test
    void itLiesOnTopAndWhatWasThereStays() throws IOException {
        try (var images = ImageArchive.open(archive)) {
            ImageManifest image = images.images().getFirst();

            assertThat(image.tags()).containsExactly("precinct/gateway:1");
            assertThat(image.layers()).hasSize(2).startsWith(below);
            Path root = Files.createDirectories(folder.resolve("root"));
            UnpackedImage.unpack(images, image, root);
            assertThat(root.resolve("java")).hasContent("25");
            assertThat(root.resolve("app/precinct.aot")).hasContent("cache");
        }
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void javaIsStartedWithItsOptionsAndTheDigestIsThatOfTheBareTar() throws IOException {
        Layer same = new LayerTar()
                .add("app/precinct.aot", new LayerEntry.TextFile("cache"))
                .writeTo(folder.resolve("same.layer"));
        try (var images = ImageArchive.open(archive)) {
            JsonNode config = images.config(images.images().getFirst());

            assertThat(config.path("config").path("Entrypoint").valueStream().map(JsonNode::asText))
                    .containsExactly("java", "-XX:AOTCache=/app/precinct.aot", "-cp", "@/app/cp", "Main");
            assertThat(config.path("rootfs").path("diff_ids").valueStream().map(JsonNode::asText))
                    .containsExactly("sha256:below", "sha256:" + same.sha256());
            assertThat(config.path("history")).hasSize(2);
        }
    }
}
