package dev.precinct.local.servers;

import dev.precinct.local.process.OnPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code redis-server} of version 7 or newer on the path, else the 6.2 from the package {@code embedded-redis}. */
public final class RedisProgram {
    private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.");

    private RedisProgram() {}

    /** @param folder where the packaged one goes */
    public static Path find(Path folder) {
        return OnPath.find("redis-server")
                .filter(program -> majorVersion(program) >= 7)
                .findFirst()
                .orElseGet(() -> packaged(folder));
    }

    /** 0 when the program does not say. */
    static int majorVersion(Path program) {
        try {
            var process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("can't run " + program, e);
        }
    }

    private static Path packaged(Path folder) {
        Path program = folder.resolve("redis-server");
        if (Files.exists(program)) {
            return program;
        }
        String resource = "/redis-server-" + packagedFor();
        try (InputStream in = redis.embedded.RedisServer.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new dev.precinct.local.home.UserMustActException(
                        "no redis-server for this machine in the build; install redis-server 7 or newer");
            }
            Path beside = folder.resolve("redis-server.new");
            Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
            return Files.move(beside, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packagedFor() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (machine) {
            case "amd64", "x86_64" -> "6.2.6-v5-linux-amd64";
            case "aarch64", "arm64" -> "6.2.7-linux-arm64";
            default -> "linux-" + machine;
        };
    }
}
