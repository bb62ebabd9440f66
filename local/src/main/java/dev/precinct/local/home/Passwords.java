package dev.precinct.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Generated once, kept in the home folder: passwords of the embedded servers and of the simulator. */
public final class Passwords {
    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Passwords(Home home) {
        this.folder = home.secrets();
    }

    /** @param name of whose password it is, for example {@code redis-admin} */
    public synchronized String of(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[18];
                random.nextBytes(bytes);
                AtomicFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
