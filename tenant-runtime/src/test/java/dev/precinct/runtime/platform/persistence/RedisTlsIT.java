package dev.precinct.runtime.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.storage.StorageException;
import dev.precinct.runtime.testing.TestingCertificate;
import dev.precinct.runtime.testing.TestingRedis;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.TenantKeys;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

/** A Redis behind {@code rediss:}: nobody else is told the password. */
class RedisTlsIT {
    private static final TestingCertificate CERTIFICATE = TestingCertificate.made();
    private static final TenantKeys KEYS = new TenantKeys(new TenantId("a".repeat(32)));

    private static TestingRedis redis;

    @BeforeAll
    static void start() {
        redis = TestingRedis.withTls(KEYS, CERTIFICATE);
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void theServerThatTheAuthorityVouchesForIsUsed() throws IOException {
        assertThat(written(trusting(CERTIFICATE, "localhost"))).isEqualTo("value");
    }

    @Test
    void anotherAuthorityIsRefused() throws IOException {
        var settings = trusting(TestingCertificate.made(), "localhost");

        assertThatThrownBy(() -> written(settings))
                .isInstanceOf(StorageException.Unavailable.class)
                .hasStackTraceContaining("PKIX path");
    }

    @Test
    void anotherHostIsRefused() throws IOException {
        var settings = trusting(CERTIFICATE, "127.0.0.1");

        assertThatThrownBy(() -> written(settings))
                .isInstanceOf(StorageException.Unavailable.class)
                .hasStackTraceContaining("No subject alternative names matching IP address 127.0.0.1");
    }

    @Test
    void withoutAnAuthorityThoseOfJavaCount() {
        assertThatThrownBy(() -> written(redis.tlsSettings("localhost")))
                .isInstanceOf(StorageException.Unavailable.class)
                .hasStackTraceContaining("PKIX path");
    }

    private static RuntimeSettings.Redis trusting(TestingCertificate authority, String host) throws IOException {
        var settings = redis.tlsSettings(host);
        Files.writeString(settings.credentials().path().resolve("ca.crt"), authority.text());
        return settings;
    }

    private static String written(RuntimeSettings.Redis settings) {
        RedissonClient client = RedisConnection.open(settings, KEYS);
        try {
            return RedisFailures.sorted(() -> {
                client.getBucket("of-the-test").set("value");
                return client.<String>getBucket("of-the-test").get();
            });
        } finally {
            client.shutdown();
        }
    }
}
