package dev.precinct.operator.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A real Redis process that can be killed and started again. Users live as long as it does, unless it is given an ACL file. */
public final class TestRedis implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String program;
    private final Path folder;
    private final boolean aclFile;
    private final @Nullable TestCertificate tls;
    private final int port;
    private Process process;

    public TestRedis(String program, boolean aclFile) {
        this(program, aclFile, null);
    }

    private TestRedis(String program, boolean aclFile, @Nullable TestCertificate tls) {
        this.tls = tls;
        this.program = program;
        this.aclFile = aclFile;
        try {
            folder = Files.createTempDirectory("operator-redis");
            port = freePort();
            process = launched();
        } catch (IOException e) {
            throw new IllegalStateException("Redis does not start", e);
        }
    }

    /** The newest one on this machine's path. */
    public static TestRedis installed() {
        return new TestRedis("redis-server", false);
    }

    /** The newest one, that speaks TLS and nothing else. */
    public static TestRedis withTls(TestCertificate certificate) {
        return new TestRedis("redis-server", false, certificate);
    }

    public int port() {
        return port;
    }

    public void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Again, on the same port. */
    public void start() {
        try {
            process = launched();
        } catch (IOException e) {
            throw new IllegalStateException("Redis does not start", e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Process launched() throws IOException {
        var command = new ArrayList<>(List.of(program, "--save", "", "--dir", folder.toString()));
        command.addAll(
                tls == null
                        ? List.of("--port", String.valueOf(port))
                        : List.of(
                                "--port",
                                "0",
                                "--tls-port",
                                String.valueOf(port),
                                "--tls-cert-file",
                                tls.certificate().toString(),
                                "--tls-key-file",
                                tls.key().toString(),
                                "--tls-auth-clients",
                                "no",
                                "--tls-ca-cert-file",
                                tls.certificate().toString()));
        if (aclFile) {
            Path file = folder.resolve("users.acl");
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            command.addAll(List.of("--aclfile", file.toString()));
        }
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitPort(started);
        return started;
    }

    private void awaitPort(Process started) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try (var socket = new Socket("localhost", port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                if (!started.isAlive() || Instant.now().isAfter(end)) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
