package dev.precinct.local.image.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerTarTest {
    @TempDir
    Path folder;

    @Test
    void theSameContentMakesTheSameBytesWhateverTimesRightsAndOrderWere() throws IOException {
        Path first = tree("first", "rwxr-xr-x", Instant.parse("2020-01-01T00:00:00Z"));
        Path second = tree("second", "rwx------", Instant.parse("2026-11-21T12:34:56Z"));

        Layer one = new LayerTar()
                .addTree("opt", first)
                .add("etc/passwd", new LayerEntry.TextFile("root"))
                .writeTo(folder.resolve("1.tar"));
        Layer other = new LayerTar()
                .add("etc/passwd", new LayerEntry.TextFile("root"))
                .addTree("opt", second)
                .writeTo(folder.resolve("2.tar"));

        assertThat(other.sha256()).isEqualTo(one.sha256());
        assertThat(other.file()).hasSameBinaryContentAs(one.file());
    }

    @Test
    void theDigestIsThatOfTheFile() throws IOException {
        Layer layer = new LayerTar().add("a", new LayerEntry.TextFile("b")).writeTo(folder.resolve("layer.tar"));

        assertThat(layer.sha256()).isEqualTo(DigestedOutput.sha256(Files.readAllBytes(layer.file())));
    }

    @Test
    void allBelongsToRootAndNothingIsWritableForOthersButTheFolderOfTemporaryFiles() throws IOException {
        Layer layer = new LayerTar()
                .addTree("opt", tree("open", "rwxrwxrwx", Instant.EPOCH))
                .add("tmp", new LayerEntry.Folder(01777))
                .writeTo(folder.resolve("layer.tar"));

        assertThat(entries(layer))
                .allSatisfy(entry -> {
                    assertThat(entry.getLongUserId()).isZero();
                    assertThat(entry.getLongGroupId()).isZero();
                    assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(LayerTar.TIME);
                })
                .filteredOn(entry -> !entry.isSymbolicLink() && (entry.getMode() & 0022) != 0)
                .extracting(TarArchiveEntry::getName)
                .containsExactly("tmp/");
    }

    @Test
    void foldersComeBeforeWhatIsInThem() throws IOException {
        Layer layer = new LayerTar()
                .add("a/b/c", new LayerEntry.TextFile("x"))
                .add("a-b", new LayerEntry.TextFile("y"))
                .writeTo(folder.resolve("layer.tar"));

        assertThat(entries(layer)).extracting(TarArchiveEntry::getName).containsExactly("a/", "a-b", "a/b/", "a/b/c");
    }

    @Test
    void aLinkOutOfTheTreeBecomesWhatItLeadsTo() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "trusted");
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("file"), "inside");
        Files.createSymbolicLink(tree.resolve("away"), outside);
        Files.createSymbolicLink(tree.resolve("near"), Path.of("file"));

        Layer layer = new LayerTar().addTree("opt", tree).writeTo(folder.resolve("layer.tar"));

        try (var tar = new TarFile(layer.file())) {
            var away = entry(tar, "opt/away");
            assertThat(away.isSymbolicLink()).isFalse();
            assertThat(new String(tar.getInputStream(away).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("trusted");
            assertThat(entry(tar, "opt/near").getLinkName()).isEqualTo("file");
        }
    }

    private static TarArchiveEntry entry(TarFile tar, String name) {
        for (TarArchiveEntry entry : tar.getEntries()) {
            if (entry.getName().equals(name)) {
                return entry;
            }
        }
        throw new AssertionError("no " + name);
    }

    private static List<TarArchiveEntry> entries(Layer layer) throws IOException {
        try (var tar = new TarFile(layer.file())) {
            return new ArrayList<>(tar.getEntries());
        }
    }

    private Path tree(String name, String rights, Instant time) throws IOException {
        Path tree = Files.createDirectories(folder.resolve(name).resolve("bin"));
        for (String file : new String[] {"java", "jcmd"}) {
            Path program = Files.writeString(tree.resolve(file), file);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString(rights));
            Files.setLastModifiedTime(program, FileTime.from(time));
        }
        return folder.resolve(name);
    }
}
