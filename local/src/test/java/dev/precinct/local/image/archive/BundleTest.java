package dev.precinct.local.image.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.local.home.UserMustActException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    Path folder;

    @Test
    void allImagesAreInItWithTheirOwnConfigAndASharedLayerOnce() throws IOException {
        Path bundle = folder.resolve("bundle.tar");

        Bundle.write(bundle, List.of(image("operator"), image("gateway")));

        try (var images = ImageArchive.open(bundle)) {
            assertThat(images.images())
                    .extracting(ImageManifest::tags)
                    .containsExactly(List.of("precinct/operator:1"), List.of("precinct/gateway:1"));
            for (ImageManifest image : images.images()) {
                assertThat(images.config(image).path("config").path("User").asText())
                        .isEqualTo("user of " + image.tags().getFirst());
                assertThat(image.layers()).hasSize(2);
            }
        }
        assertThat(names(bundle))
                .filteredOn(name -> name.endsWith(".tar"))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void aLayerIsTheSameBytesAsInTheImage() throws IOException {
        Path single = image("operator");
        Path bundle = folder.resolve("bundle.tar");

        Bundle.write(bundle, List.of(single));

        try (var before = ImageArchive.open(single);
                var after = ImageArchive.open(bundle)) {
            for (String layer : before.images().getFirst().layers()) {
                assertThat(after.layer(layer)).hasSameContentAs(before.layer(layer));
            }
        }
    }

    @Test
    void itSaysHowToLoadItByItsOwnName() throws IOException {
        Path bundle = folder.resolve("precinct-1.tar");

        Bundle.write(bundle, List.of(image("operator")));

        try (var tar = new TarFile(bundle)) {
            var readme = tar.getEntries().stream()
                    .filter(entry -> entry.getName().equals("README.txt"))
                    .findFirst()
                    .orElseThrow(AssertionError::new);
            assertThat(new String(tar.getInputStream(readme).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("precinct/operator:1", "ctr -n k8s.io images import precinct-1.tar");
        }
    }

    @Test
    void aFailureLeavesNeitherTheBundleNorAPartOfIt() throws IOException {
        Path bundle = folder.resolve("out/bundle.tar");
        Files.createDirectories(bundle.getParent());
        Path broken = Files.writeString(folder.resolve("broken.tar"), "no archive");

        assertThatThrownBy(() -> Bundle.write(bundle, List.of(image("operator"), broken)))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining(broken + " is no image archive");
        assertThat(bundle.getParent()).isEmptyDirectory();
    }

    /** With a layer that all have, and one of its own. */
    private Path image(String unit) throws IOException {
        Path archive = folder.resolve(unit + ".tar");
        Layer shared =
                new LayerTar().add("java", new LayerEntry.TextFile("25")).writeTo(folder.resolve("shared.layer"));
        Layer own = new LayerTar().add("app", new LayerEntry.TextFile(unit)).writeTo(folder.resolve(unit + ".layer"));
        try (var writer = new ArchiveWriter(archive)) {
            writer.addLayer(shared.sha256() + ".tar", shared.file());
            writer.addLayer(own.sha256() + ".tar", own.file());
            String tag = "precinct/" + unit + ":1";
            writer.addImage(
                    List.of(tag),
                    ("{\"config\":{\"User\":\"user of " + tag + "\"}}").getBytes(StandardCharsets.UTF_8),
                    List.of(shared.sha256() + ".tar", own.sha256() + ".tar"));
            writer.finish();
        }
        return archive;
    }

    private static List<String> names(Path archive) throws IOException {
        try (var tar = new TarFile(archive)) {
            return tar.getEntries().stream().map(TarArchiveEntry::getName).toList();
        }
    }
}
