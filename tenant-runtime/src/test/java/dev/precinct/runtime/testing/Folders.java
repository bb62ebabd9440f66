package dev.precinct.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Mounted folders as a node would write them. */
public final class Folders {
    private Folders() {}

    public static Path of(Map<String, String> files) {
        try {
            var folder = Files.createTempDirectory("precinct-test");
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path credentials(String username, String password) {
        return of(Map.of("username", username, "password", password));
    }
}
