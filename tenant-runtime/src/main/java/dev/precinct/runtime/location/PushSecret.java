package dev.precinct.runtime.location;

import dev.precinct.runtime.platform.config.RuntimeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last part of the path that CMX pushes to; read again when its file changes. */
@ApplicationScoped
public class PushSecret {
    private final Optional<Path> file;
    private @Nullable FileTime readAt;
    private Optional<String> secret = Optional.empty();

    @Inject
    public PushSecret(RuntimeSettings settings) {
        this(settings.cmx().flatMap(RuntimeSettings.Cmx::notifications).map(RuntimeSettings.Notifications::secretFile));
    }

    /** @param file empty when pushes are disabled */
    public PushSecret(Optional<Path> file) {
        this.file = file;
    }

    /** Empty when pushes are disabled or the file is not there yet. */
    public synchronized Optional<String> current() {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            var changedAt = Files.getLastModifiedTime(file.get());
            if (!changedAt.equals(readAt)) {
                secret = Optional.of(Files.readString(file.get()).strip()).filter(text -> !text.isEmpty());
                readAt = changedAt;
            }
            return secret;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares in a time that does not tell how much was right. */
    public boolean matches(String given) {
        return current()
                .map(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
                .orElse(false);
    }
}
