package dev.precinct.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalFolderTest {
    @TempDir
    private Path root;

    private PortalFolder folder = new PortalFolder(Path.of("."));

    @BeforeEach
    void build() throws IOException {
        Path portal = root.resolve("portal");
        Files.createDirectories(portal.resolve("assets"));
        Files.writeString(portal.resolve("index.html"), "index");
        Files.writeString(portal.resolve("assets/app-1a2b.js"), "script");
        Files.writeString(portal.resolve("assets/app-1a2b.js.gz"), "gzip");
        Files.writeString(portal.resolve("assets/app-1a2b.js.br"), "brotli");
        Files.writeString(root.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(portal.resolve("link.txt"), root.resolve("secret.txt"));
        folder = new PortalFolder(portal);
    }

    private String text(String encodings, String... segments) throws IOException {
        var file = folder.find(List.of(segments), encodings);
        return file.isEmpty() ? "none" : Files.readString(file.get().file());
    }

    @Test
    void pagesOfThePortalAreItsIndex() throws IOException {
        assertThat(text("")).isEqualTo("index");
        assertThat(text("", "floors", "7")).isEqualTo("index");
        assertThat(text("", "index.html")).isEqualTo("index");
    }

    @Test
    void aMissingFileIsNoPage() throws IOException {
        assertThat(text("", "assets", "gone.js")).isEqualTo("none");
    }

    @Test
    void nothingOutsideTheFolderIsFound() throws IOException {
        assertThat(text("", "..", "secret.txt")).isEqualTo("none");
        assertThat(text("", "assets", "../../secret.txt")).isEqualTo("none");
        assertThat(text("", root.resolve("secret.txt").toString())).isEqualTo("none");
        assertThat(text("", "link.txt")).as("a link that leads out").isEqualTo("none");
        assertThat(text("", "a\0b.txt")).isEqualTo("none");
    }

    @Test
    void aCompressedTwinIsTakenWhenTheBrowserReadsIt() throws IOException {
        assertThat(text("gzip, deflate, br", "assets", "app-1a2b.js")).isEqualTo("brotli");
        assertThat(text("gzip", "assets", "app-1a2b.js")).isEqualTo("gzip");
        assertThat(text("br;q=0, gzip;q=0", "assets", "app-1a2b.js")).isEqualTo("script");
        assertThat(text("", "assets", "app-1a2b.js")).isEqualTo("script");
    }

    @Test
    void hashedFilesNeverChangeAndTypesComeFromTheNameItself() {
        var file = folder.find(List.of("assets", "app-1a2b.js"), "br").orElseThrow();
        assertThat(file.isImmutable()).isTrue();
        assertThat(file.mediaType()).startsWith("text/javascript");
        assertThat(folder.find(List.of(), "").orElseThrow().isImmutable()).isFalse();
    }
}
