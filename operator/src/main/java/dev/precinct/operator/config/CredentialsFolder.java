package dev.precinct.operator.config;

import dev.precinct.operator.failure.Credentials;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.tenancy.tls.AuthorityFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A mounted Secret as a folder of files, read again for each use: a rotated password needs no restart. */
public record CredentialsFolder(Path folder, TenantReason whenUnreadable) {

    public Credentials credentials() {
        return new Credentials(line("username"), line("password"));
    }

    /** Where there is a {@code ca.crt}. */
    public Optional<Path> authorityFile() {
        return Optional.of(folder.resolve(AuthorityFile.NAME)).filter(Files::exists);
    }

    /** What is in {@code ca.crt}, where there is one. */
    public Optional<String> authority() {
        return authorityFile().map(file -> line(AuthorityFile.NAME) + "\n");
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
