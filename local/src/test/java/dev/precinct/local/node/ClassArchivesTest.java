package dev.precinct.local.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {
    @TempDir
    Path target;

    private final ClassArchives archives = new ClassArchives();

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(target.resolve("libs"));
        Files.writeString(target.resolve("gateway-1.jar"), "classes");
        Files.writeString(target.resolve("libs/library-1.jar"), "classes");
    }

    @Test
    void onlyTheFirstProcessIsAskedToMakeOne() {
        assertThat(archives.options("gateway", target)).isNotEmpty();
        assertThat(archives.options("gateway", target)).isEmpty();
    }

    @Test
    void onceItIsThereEveryProcessUsesIt() throws IOException {
        Path archive = archiveOf(archives.options("gateway", target));
        Files.writeString(archive, "archive");
        assertThat(archiveOf(archives.options("gateway", target))).isEqualTo(archive);
        assertThat(archiveOf(new ClassArchives().options("gateway", target))).isEqualTo(archive);
    }

    @Test
    void anotherLibraryMeansAnotherArchiveAndTheOldOneGoes() throws IOException {
        Path archive = archiveOf(archives.options("gateway", target));
        Files.writeString(archive, "archive");
        Files.writeString(target.resolve("libs/library-1.jar"), "other classes");
        assertThat(archiveOf(archives.options("gateway", target))).isNotEqualTo(archive);
        assertThat(archive).doesNotExist();
    }

    private static Path archiveOf(List<String> options) {
        return Path.of(options.stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
                .findFirst()
                .orElseThrow()
                .substring("-XX:SharedArchiveFile=".length()));
    }
}
