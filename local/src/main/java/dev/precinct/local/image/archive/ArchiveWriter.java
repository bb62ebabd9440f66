package dev.precinct.local.image.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes the archive that {@code docker load} and {@code ctr images import} read. It has its name only once it is whole. */
public final class ArchiveWriter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Path part;
    private final OutputStream out;
    private final TarArchiveOutputStream tar;
    private final List<ImageManifest> manifest = new ArrayList<>();
    private final Set<String> written = new HashSet<>();

    public ArchiveWriter(Path file) throws IOException {
        this.file = file;
        part = file.resolveSibling(file.getFileName() + ".part");
        out = new BufferedOutputStream(Files.newOutputStream(part));
        tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** An image whose layers have been added. */
    public void addImage(List<String> tags, byte[] config, List<String> layers) throws IOException {
        String name = DigestedOutput.sha256(config) + ".json";
        addFile(name, config);
        manifest.add(new ImageManifest(name, List.copyOf(tags), List.copyOf(layers)));
    }

    /** A layer under a name that its content decides; images may share it. */
    public void addLayer(String name, Path layer) throws IOException {
        try (InputStream in = Files.newInputStream(layer)) {
            addLayer(name, Files.size(layer), in);
        }
    }

    void addLayer(String name, long size, InputStream content) throws IOException {
        if (written.add(name)) {
            begin(name, size);
            content.transferTo(tar);
            tar.closeArchiveEntry();
        }
    }

    /** A file for people; programs that load the archive leave it alone. */
    public void addText(String name, String content) throws IOException {
        addFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void addFile(String name, byte[] content) throws IOException {
        if (written.add(name)) {
            begin(name, content.length);
            tar.write(content);
            tar.closeArchiveEntry();
        }
    }

    private void begin(String name, long size) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(0644);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(LayerTar.TIME));
        tar.putArchiveEntry(entry);
    }

    /** Ends the archive and gives it its name. */
    public void finish() throws IOException {
        addFile(ImageManifest.FILE, JSON.writeValueAsBytes(manifest));
        tar.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Leaves nothing behind where {@link #finish()} was not reached. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
