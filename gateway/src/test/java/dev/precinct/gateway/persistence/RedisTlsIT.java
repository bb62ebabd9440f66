package dev.precinct.gateway.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.gateway.config.RedisSettings;
import dev.precinct.gateway.testing.RunningRedis;
import dev.precinct.gateway.testing.TestingCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A Redis behind {@code rediss:}: nobody else is told the gateway's password. */
class RedisTlsIT {
    @TempDir
    static Path folder;

    private static RunningRedis redis;
    private static TestingCertificate right;
    private static TestingCertificate other;

    @BeforeAll
    static void start() throws IOException {
        right = TestingCertificate.byName(folder, "redis");
        other = TestingCertificate.byName(folder, "other");
        redis = RunningRedis.withTls(folder.resolve("redis"), right);
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void trustTheRightOne() throws IOException {
        trust(right);
    }

    @Test
    void theServerThatTheAuthorityVouchesForIsUsed() {
        assertThat(ping("localhost")).isEqualTo("PONG");
    }

    @Test
    void anotherAuthorityIsRefusedAndTheRightOneTakenWithoutARestart() throws IOException {
        var connections = connections("localhost");
        trust(other);
        assertThatThrownBy(() -> connections.single().ping())
                .isInstanceOf(JedisConnectionException.class)
                .hasRootCauseInstanceOf(Exception.class)
                .hasMessageContaining("PKIX path");

        trust(right);

        try (var connection = connections.single()) {
            assertThat(connection.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void anotherHostIsRefused() {
        assertThatThrownBy(() -> ping("127.0.0.1"))
                .isInstanceOf(JedisConnectionException.class)
                .hasCauseInstanceOf(SSLException.class)
                .hasMessageContaining("127.0.0.1");
    }

    private static void trust(TestingCertificate authority) throws IOException {
        Files.writeString(redis.credentials().resolve("ca.crt"), authority.certificate());
    }

    private static String ping(String host) {
        try (var connection = connections(host).single()) {
            return connection.ping();
        }
    }

    private static RedisConnections connections(String host) {
        return new RedisConnections(
                new RedisSettings(URI.create("rediss://" + host + ":" + redis.port()), redis.credentials()));
    }
}
