package dev.precinct.operator.config;

import dev.precinct.operator.failure.Credentials;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mounted Secret as a folder of files, read again for each use: a rotated password needs no restart. */
public record CredentialsFolder(Path folder, TenantReason whenUnreadable) {

    public Credentials credentials() {
        return new Credentials(line("username"), line("password"));
    }

    public String line(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new TenantException.Transient(
                    whenUnreadable,
                    "the operator can't read " + file + " in " + folder.getFileName() + " of its settings",
                    e);
        }
    }
}
