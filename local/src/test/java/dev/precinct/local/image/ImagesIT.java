package dev.precinct.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.local.image.archive.ImageArchive;
import dev.precinct.local.image.archive.ImageManifest;
import dev.precinct.local.image.archive.UnpackedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image made twice, each time with nothing kept from before but the jars. */
class ImagesIT {
    private static final String UNIT = "cmx-simulator";
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    static Path folder;

    private static Path archive = Path.of("");
    private static Path again = Path.of("");

    @BeforeAll
    static void build() throws IOException {
        archive = build(folder.resolve("once"));
        again = build(folder.resolve("again"));
    }

    private static Path build(Path target) throws IOException {
        return new ImageBuild(CHECKOUT, target, _ -> {})
                .run(new Base.Linked(), List.of(UNIT))
                .getFirst();
    }

    @Test
    void theSecondBuildHasTheSameLayersAndTheSameConfig() throws IOException {
        try (var first = ImageArchive.open(archive);
                var second = ImageArchive.open(again)) {
            var image = first.images().getFirst();
            assertThat(second.images()).isEqualTo(first.images());
            assertThat(second.config(image)).isEqualTo(first.config(image));
        }
    }

    @Test
    void theConfigSaysWhoRunsWhat() throws IOException {
        try (var images = ImageArchive.open(archive)) {
            var image = images.images().getFirst();
            JsonNode config = images.config(image).path("config");

            assertThat(image.tags()).singleElement().asString().startsWith("precinct/" + UNIT + ":");
            assertThat(config.path("User").asText()).isEqualTo("10001:10001");
            assertThat(texts(config.path("Entrypoint")))
                    .containsExactly("java", "-cp", "@/app/jib-classpath-file", "dev.precinct.simulator.SimulatorMain");
            assertThat(texts(config.path("Env"))).contains("PATH=/opt/java/openjdk/bin");
            assertThat(config.path("Labels")
                            .path("org.opencontainers.image.title")
                            .asText())
                    .isEqualTo("precinct/" + UNIT);
            assertThat(config.path("Labels")
                            .path("org.opencontainers.image.licenses")
                            .asText())
                    .isEqualTo("Apache-2.0");
            assertThat(images.config(image).path("created").asText()).isEqualTo("1970-01-01T00:00:00Z");
        }
    }

    @Test
    void allFilesBelongToRootAndOnlyTheFolderOfTemporaryFilesIsWritable() throws IOException {
        assertThat(entries(archive))
                .hasSizeGreaterThan(100)
                .allSatisfy(entry ->
                        assertThat(entry.getLongUserId()).as(entry.getName()).isZero())
                .filteredOn(entry -> !entry.isSymbolicLink() && (entry.getMode() & 0022) != 0)
                .extracting(TarArchiveEntry::getName)
                .containsExactly("tmp/");
    }

    @Test
    void itsOwnJavaHasAllModulesThatTheProgramNeeds() throws Exception {
        Path root = Files.createDirectories(folder.resolve("root"));
        try (var images = ImageArchive.open(archive)) {
            UnpackedImage.unpack(images, images.images().getFirst(), root);
        }
        String classPath = Arrays.stream(
                        Files.readString(root.resolve("app/jib-classpath-file")).split(":"))
                .map(jar -> root + jar)
                .collect(Collectors.joining(":"));

        var process = new ProcessBuilder(
                        root.resolve("opt/java/openjdk/bin/java").toString(),
                        "-Xshare:on",
                        "-cp",
                        classPath,
                        "dev.precinct.simulator.SimulatorMain",
                        "--help")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("--recorded");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static List<TarArchiveEntry> entries(Path archive) throws IOException {
        var entries = new ArrayList<TarArchiveEntry>();
        try (var images = ImageArchive.open(archive)) {
            for (ImageManifest image : images.images()) {
                for (String layer : image.layers()) {
                    try (var tar = new TarArchiveInputStream(new GZIPInputStream(images.layer(layer)), "UTF-8")) {
                        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                            entries.add(entry);
                        }
                    }
                }
            }
        }
        return entries;
    }
}
