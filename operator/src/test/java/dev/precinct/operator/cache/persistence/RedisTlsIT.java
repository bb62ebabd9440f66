package dev.precinct.operator.cache.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.cache.CacheUser;
import dev.precinct.operator.cache.TenantCaches;
import dev.precinct.operator.failure.Credentials;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.testing.TestCertificate;
import dev.precinct.operator.testing.TestRedis;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.tls.AuthorityFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis behind {@code rediss:}: nobody else is told a password. */
class RedisTlsIT {
    private static final TestCertificate CERTIFICATE = TestCertificate.made();
    private static final CacheUser USER = new CacheUser(new TenantId("a".repeat(32)), "secret");

    private static TestRedis redis;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        redis = TestRedis.withTls(CERTIFICATE);
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void theServerThatTheAuthorityVouchesForIsUsed() throws IOException {
        write(CERTIFICATE);
        var caches = caches("localhost", redis.port());

        caches.ensure(USER);

        assertThat(caches.isSound(USER)).isTrue();
    }

    @Test
    void anotherAuthorityIsRefusedAndTheRightOneTakenWithoutARestart() throws IOException {
        write(TestCertificate.made());
        var caches = caches("localhost", redis.port());
        assertUntrusted(caches, "Redis at localhost is not trusted: ");

        write(CERTIFICATE);

        assertThat(caches.pulse()).hasSizeGreaterThan(30);
    }

    /** Nobody that Java knows vouches for a certificate that signs itself. */
    @Test
    void withoutAnAuthorityThoseOfJavaCount() {
        assertUntrusted(caches("localhost", redis.port()), "Redis at localhost is not trusted: ");
    }

    @Test
    void anotherHostIsRefused() throws IOException {
        write(CERTIFICATE);

        assertUntrusted(caches("127.0.0.1", redis.port()), "Redis at 127.0.0.1 is not trusted: ");
    }

    @Test
    void aServerThatIsAwayIsAwayAndNotDistrusted() throws IOException {
        write(CERTIFICATE);

        assertThat(caches("localhost", 1).pulse()).isEqualTo("RedisUnreachable");
    }

    private static void assertUntrusted(TenantCaches caches, String message) {
        assertThatThrownBy(() -> caches.ensure(USER))
                .isInstanceOf(TenantException.Transient.class)
                .hasMessageStartingWith(message)
                .extracting(e -> ((TenantException) e).reason())
                .isEqualTo(TenantReason.REDIS_UNTRUSTED);
    }

    private TenantCaches caches(String host, int port) {
        return new RedisTenantCaches(
                URI.create("rediss://" + host + ":" + port),
                () -> new Credentials("default", ""),
                new AuthorityFile(folder));
    }

    private void write(TestCertificate authority) throws IOException {
        Files.writeString(folder.resolve("ca.crt"), authority.text());
    }
}
