package dev.precinct.runtime.testing;

import dev.precinct.runtime.platform.config.CredentialsFolder;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.TenantKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis with a tenant's user, who may touch the tenant's keys only. Version 6.2 is the embedded binary, 7 the
 * {@code redis-server} of the machine.
 */
public final class TestingRedis implements AutoCloseable {
    private static final String PASSWORD = "tenant-password";
    private static final String RIGHTS =
            " -@all +@read +@write +@connection +@scripting +@pubsub +@transaction +@stream"
                    + " +@blocking -@admin -@dangerous -keys -scan -randomkey -swapdb -select";

    private final Version version;
    private final int port;
    private final int tlsPort = FreePort.next();
    private final TenantKeys keys;
    private final Path folder;
    private final @Nullable TestingCertificate tls;
    private Process process;

    public enum Version {
        SIX,
        SEVEN
    }

    private TestingRedis(Version version, TenantKeys keys, @Nullable TestingCertificate tls) {
        this.tls = tls;
        this.version = version;
        this.port = FreePort.next();
        this.keys = keys;
        try {
            this.folder = Files.createTempDirectory("precinct-redis");
            Files.writeString(folder.resolve("users.acl"), acl());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = launch();
    }

    public static TestingRedis start(Version version, TenantKeys keys) {
        return new TestingRedis(version, keys, null);
    }

    /** Version 7, that speaks TLS on a port of its own beside the plain one. */
    public static TestingRedis withTls(TenantKeys keys, TestingCertificate certificate) {
        return new TestingRedis(Version.SEVEN, keys, certificate);
    }

    private String acl() {
        var id = "t_" + keys.tenant();
        var prefix = keys.prefix();
        return "user default on nopass ~* &* +@all\n"
                + "user " + id + " on >" + PASSWORD + " resetchannels ~" + prefix + "* ~{" + prefix + "* ~redisson*:{"
                + prefix + "* &" + prefix + "* &{" + prefix + "* &redisson*:{" + prefix + "*" + RIGHTS + "\n";
    }

    private Process launch() {
        try {
            var command = new ArrayList<>(List.of(
                    executable(),
                    "--port",
                    Integer.toString(port),
                    "--bind",
                    "127.0.0.1",
                    "--dir",
                    folder.toString(),
                    "--aclfile",
                    folder.resolve("users.acl").toString(),
                    "--appendonly",
                    "yes",
                    "--save",
                    ""));
            if (tls != null) {
                command.addAll(List.of(
                        "--tls-port",
                        Integer.toString(tlsPort),
                        "--tls-cert-file",
                        tls.certificate().toString(),
                        "--tls-key-file",
                        tls.key().toString(),
                        "--tls-ca-cert-file",
                        tls.certificate().toString(),
                        "--tls-auth-clients",
                        "no"));
            }
            var started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            awaitPort();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String executable() throws IOException {
        return switch (version) {
            case SEVEN -> "redis-server";
            case SIX -> EmbeddedBinary.path();
        };
    }

    /** Where the embedded server unpacks its binary to. */
    private static final class EmbeddedBinary {
        static String path() throws IOException {
            var provider = ExecutableProvider.newJarResourceProvider(
                    Files.createTempDirectory("precinct-redis6").toFile());
            var executable = provider.get();
            if (!executable.setExecutable(true)) {
                throw new IOException("cannot make " + executable + " executable");
            }
            return executable.toString();
        }
    }

    private void awaitPort() throws IOException {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (command("PING").contains("PONG")) {
                return;
            }
            pause();
        }
        throw new IOException("Redis did not start: " + Files.readString(folder.resolve("log")));
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first line that the server answers an inline command with; empty when it does not answer. */
    public String command(String inline) {
        try (var socket = new Socket("127.0.0.1", port);
                var reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((inline + "\r\n").getBytes(StandardCharsets.UTF_8));
            var line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    public RuntimeSettings.Redis settings() {
        return settings(Duration.ofMinutes(20));
    }

    public RuntimeSettings.Redis settings(Duration liveTtl) {
        return new RuntimeSettings.Redis(
                URI.create("redis://127.0.0.1:" + port),
                new CredentialsFolder(Folders.credentials("t_" + keys.tenant(), PASSWORD)),
                liveTtl,
                Duration.ofHours(48));
    }

    /** By TLS, under this name. */
    public RuntimeSettings.Redis tlsSettings(String host) {
        var plain = settings();
        return new RuntimeSettings.Redis(
                URI.create("rediss://" + host + ":" + tlsPort),
                plain.credentials(),
                plain.liveTtl(),
                plain.historyTtl());
    }

    /** As by {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public void startAgain() {
        process = launch();
    }

    @Override
    public void close() {
        kill();
    }
}
