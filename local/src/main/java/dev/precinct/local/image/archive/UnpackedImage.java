package dev.precinct.local.image.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of an image in a folder, with their times and whether they are programs; owners stay whoever unpacks. */
public final class UnpackedImage {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private UnpackedImage() {}

    /** @param root exists; what is there already is replaced by what the image has in its place */
    public static void unpack(ImageArchive archive, ImageManifest image, Path root) throws IOException {
        for (String layer : image.layers()) {
            try (var tar = new TarArchiveInputStream(plain(archive.layer(layer)), "UTF-8")) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, root);
                }
            }
        }
    }

    private static InputStream plain(InputStream layer) throws IOException {
        var buffered = new BufferedInputStream(layer);
        buffered.mark(2);
        boolean compressed = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        return compressed ? new GZIPInputStream(buffered) : buffered;
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the image has a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        Files.setLastModifiedTime(
                target, FileTime.from(entry.getLastModifiedTime().toInstant()));
    }
}
