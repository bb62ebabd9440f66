package dev.precinct.gateway.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A real redis-server with the gateway's user as the contract gives it. Can be stopped and started again with its data. */
public final class RunningRedis implements AutoCloseable {
    private static final String ADMIN_PASSWORD = "admin-of-the-test";
    private static final String GATEWAY_PASSWORD = "gateway-of-the-test";

    private final Path folder;
    private final String executable;
    private final int port;
    private final boolean tls;
    private Process process;

    private RunningRedis(Path folder, String executable) throws IOException {
        this(folder, executable, false);
    }

    private RunningRedis(Path folder, String executable, boolean tls) throws IOException {
        this.tls = tls;
        this.folder = Files.createDirectories(folder);
        this.executable = executable;
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        Files.writeString(
                folder.resolve("users.acl"), """
                user default off
                user admin on >%s ~* &* +@all
                user gateway on >%s resetchannels ~gateway:* %s -@all +@read +@write +@connection +@stream +@blocking -@dangerous -keys -scan
                """.formatted(ADMIN_PASSWORD, GATEWAY_PASSWORD, readOnlyPatterns()));
        var credentials = Files.createDirectories(credentials());
        Files.writeString(credentials.resolve("username"), "gateway");
        Files.writeString(credentials.resolve("password"), GATEWAY_PASSWORD);
        this.process = launch();
    }

    /** Redis 6.2 knows no pattern that is for reading only. */
    private String readOnlyPatterns() {
        return executable.contains("6.2")
                ? "~t:*:principals ~t:*:principals:changes"
                : "%R~t:*:principals %R~t:*:principals:changes";
    }

    /** The one that the JVM library brings along. */
    public static RunningRedis version6(Path folder) throws IOException {
        return new RunningRedis(
                folder, ExecutableProvider.newJarResourceProvider().get().getPath());
    }

    /** The one on the path. */
    public static RunningRedis version7(Path folder) throws IOException {
        return new RunningRedis(folder, "redis-server");
    }

    /** Speaks TLS and nothing else; the gateway's credentials name its authority. */
    public static RunningRedis withTls(Path folder, TestingCertificate certificate) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("tls.crt"), certificate.certificate());
        Files.writeString(folder.resolve("tls.key"), certificate.key());
        var redis = new RunningRedis(folder, "redis-server", true);
        Files.writeString(redis.credentials().resolve("ca.crt"), certificate.certificate());
        return redis;
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                executable,
                "--bind",
                "127.0.0.1",
                "--aclfile",
                folder.resolve("users.acl").toString(),
                "--appendonly",
                "yes",
                "--dir",
                folder.toString()));
        command.addAll(listening());
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(JedisException.class)
                .until(() -> {
                    try (var redis = admin()) {
                        return redis.ping().equals("PONG");
                    }
                });
        return started;
    }

    private List<String> listening() {
        return tls
                ? List.of(
                        "--port",
                        "0",
                        "--tls-port",
                        Integer.toString(port),
                        "--tls-cert-file",
                        folder.resolve("tls.crt").toString(),
                        "--tls-key-file",
                        folder.resolve("tls.key").toString(),
                        "--tls-ca-cert-file",
                        folder.resolve("tls.crt").toString(),
                        "--tls-auth-clients",
                        "no")
                : List.of("--port", Integer.toString(port));
    }

    public Jedis admin() {
        var config = DefaultJedisClientConfig.builder().user("admin").password(ADMIN_PASSWORD);
        if (tls) {
            config.ssl(true).sslSocketFactory(AnyCertificate.context().getSocketFactory());
        }
        // By name: with TLS the client compares it with the certificate's.
        return new Jedis(new HostAndPort("localhost", port), config.build());
    }

    public int port() {
        return port;
    }

    /** Folder with username and password of the gateway's user. */
    public Path credentials() {
        return folder.resolve("credentials");
    }

    public void stop() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void startAgain() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        stop();
    }
}
