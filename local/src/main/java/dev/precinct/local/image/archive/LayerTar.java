package dev.precinct.local.image.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A layer in the making. Its bytes depend on names, content and the executable bit alone: entries are sorted, owners and times fixed. */
public final class LayerTar {
    /** As Jib has it: some programs take a file of 1970-01-01T00:00:00Z for one without a time. */
    public static final Instant TIME = Instant.ofEpochSecond(1);

    private static final int FOLDER_MODE = 0755;
    private static final int PROGRAM_MODE = 0755;
    private static final int FILE_MODE = 0644;

    private final Map<String, LayerEntry> entries = new TreeMap<>();

    /** @param path in the image, without a slash at its begin or end */
    public LayerTar add(String path, LayerEntry entry) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            entries.putIfAbsent(path.substring(0, slash), new LayerEntry.Folder(FOLDER_MODE));
        }
        entries.put(path, entry);
        return this;
    }

    /** One file of this machine, to which a link may lead. */
    public LayerTar addFile(String path, Path source) {
        return add(path, new LayerEntry.CopiedFile(source, mode(source)));
    }

    /** A folder with all that is in it; links inside stay links where they lead to somewhere inside, and become what they lead to elsewhere. */
    public LayerTar addTree(String path, Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path each : inside.toList()) {
                String name = folder.relativize(each).toString();
                add(name.isEmpty() ? path : path + "/" + name, entryOf(folder, each));
            }
        }
        return this;
    }

    private static LayerEntry entryOf(Path folder, Path each) throws IOException {
        if (Files.isSymbolicLink(each)) {
            Path target = Files.readSymbolicLink(each);
            if (!target.isAbsolute() && each.resolveSibling(target).normalize().startsWith(folder)) {
                return new LayerEntry.Link(target.toString());
            }
        }
        if (Files.isDirectory(each)) {
            return new LayerEntry.Folder(FOLDER_MODE);
        }
        return new LayerEntry.CopiedFile(each, mode(each));
    }

    /** Only whether it is a program counts: the rest comes from the umask of whoever made the file. */
    private static int mode(Path file) {
        return isProgram(file) ? PROGRAM_MODE : FILE_MODE;
    }

    private static boolean isProgram(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it uncompressed. */
    public Layer writeTo(Path file) throws IOException {
        try (var digest = new DigestedOutput(new BufferedOutputStream(Files.newOutputStream(file)));
                var tar = new TarArchiveOutputStream(digest, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var entry : entries.entrySet()) {
                write(tar, entry.getKey(), entry.getValue());
            }
            tar.finish();
            return new Layer(file, digest.sha256());
        }
    }

    private static void write(TarArchiveOutputStream tar, String path, LayerEntry entry) throws IOException {
        switch (entry) {
            case LayerEntry.Folder(int mode) -> {
                tar.putArchiveEntry(fixed(new TarArchiveEntry(path + "/"), mode));
                tar.closeArchiveEntry();
            }
            case LayerEntry.Link(String target) -> {
                var link = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
                link.setLinkName(target);
                tar.putArchiveEntry(fixed(link, 0777));
                tar.closeArchiveEntry();
            }
            case LayerEntry.TextFile(String content) -> {
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                var file = fixed(new TarArchiveEntry(path), FILE_MODE);
                file.setSize(bytes.length);
                tar.putArchiveEntry(file);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
            case LayerEntry.CopiedFile(Path source, int mode) -> {
                var file = fixed(new TarArchiveEntry(path), mode);
                file.setSize(Files.size(source));
                tar.putArchiveEntry(file);
                Files.copy(source, tar);
                tar.closeArchiveEntry();
            }
        }
    }

    private static TarArchiveEntry fixed(TarArchiveEntry entry, int mode) {
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(TIME));
        return entry;
    }
}
