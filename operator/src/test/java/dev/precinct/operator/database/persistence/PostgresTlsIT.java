package dev.precinct.operator.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.config.DatabaseServers;
import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.testing.TestCertificate;
import dev.precinct.operator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server whose folder has a {@code ca.crt}: nobody else is told a password. */
class PostgresTlsIT {
    private static final TestCertificate CERTIFICATE = TestCertificate.made();
    private static final TenantDatabase DATABASE = new TenantDatabase("default", "t_" + "a".repeat(32));

    private static TestPostgres postgres;

    private Path servers = Path.of("unset");
    private TenantDatabases databases;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.withTls(CERTIFICATE);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void know() throws IOException {
        servers = postgres.writeServer(Files.createTempDirectory("servers"), "default");
        databases = new PostgresTenantDatabases(new DatabaseServers(servers));
    }

    @Test
    void theServerThatTheAuthorityVouchesForIsUsedAndToldToRuntimes() throws IOException {
        write("ca.crt", CERTIFICATE.text());

        databases.ensure(DATABASE, "secret");

        assertThat(databases.isSound(DATABASE, "secret")).isTrue();
        assertThat(databases.address("default").authority()).contains(CERTIFICATE.text());
    }

    @Test
    void anotherAuthorityIsRefused() throws IOException {
        write("ca.crt", TestCertificate.made().text());

        assertUntrusted(
                "PostgreSQL server default at localhost is not trusted: ca.crt does not vouch for its certificate");
    }

    @Test
    void anotherHostIsRefused() throws IOException {
        write("ca.crt", CERTIFICATE.text());
        write("host", "127.0.0.1");

        assertUntrusted("PostgreSQL server default at 127.0.0.1 is not trusted: its certificate is of another host");
    }

    @Test
    void aServerWithoutTlsIsRefused() throws IOException {
        try (var plain = new TestPostgres()) {
            plain.writeServer(servers, "default");
            write("ca.crt", CERTIFICATE.text());

            assertUntrusted("PostgreSQL server default at localhost is not trusted: it does not speak TLS");
        }
    }

    @Test
    void aServerThatIsAwayIsAwayAndNotDistrusted() throws IOException {
        write("ca.crt", CERTIFICATE.text());
        postgres.stop();
        try {
            assertThat(databases.pulse("default")).isEqualTo("DatabaseUnreachable");
        } finally {
            postgres.start();
        }
    }

    @Test
    void aServerWithoutAnAuthorityIsUsedAsBefore() {
        assertThat(databases.pulse("default")).startsWith("20");
        assertThat(databases.address("default").authority()).isEmpty();
    }

    private void assertUntrusted(String message) {
        assertThatThrownBy(() -> databases.ensure(DATABASE, "secret"))
                .isInstanceOf(TenantException.Transient.class)
                .hasMessageStartingWith(message)
                .extracting(e -> ((TenantException) e).reason())
                .isEqualTo(TenantReason.DATABASE_UNTRUSTED);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(servers.resolve("default").resolve(file), text);
    }
}
