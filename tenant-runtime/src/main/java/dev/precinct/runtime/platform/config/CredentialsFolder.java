package dev.precinct.runtime.platform.config;

import dev.precinct.tenancy.tls.AuthorityFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A mounted folder with one file for each part of some credentials. Read each time, so a changed Secret is seen. */
public record CredentialsFolder(Path path) {

    /** {@code username} and {@code password}. */
    public Credentials credentials() {
        return new Credentials(require("username"), require("password"));
    }

    /** {@code apiUsername} and {@code apiPassword}, for the calls that CMX keeps separate users for. */
    public Optional<Credentials> apiCredentials() {
        return file("apiUsername").flatMap(user -> file("apiPassword").map(pass -> new Credentials(user, pass)));
    }

    /** Certificates of which one vouches for the server, where they were given. */
    public Optional<Path> authorityFile() {
        return Optional.of(path.resolve(AuthorityFile.NAME)).filter(Files::exists);
    }

    /** The content of a file without the line end, empty when it is not there. */
    public Optional<String> file(String name) {
        try {
            return Optional.of(Files.readString(path.resolve(name)).strip());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String require(String name) {
        return file(name)
                .orElseThrow(() -> new UncheckedIOException(
                        new NoSuchFileException(path.resolve(name).toString())));
    }
}
