package dev.precinct.runtime.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.precinct.runtime.platform.config.CredentialsFolder;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.testing.Folders;
import dev.precinct.runtime.testing.TestingCertificate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database whose credentials come with a {@code ca.crt}: nobody else is told the password. */
class DatabaseTlsIT {
    private static final TestingCertificate CERTIFICATE = TestingCertificate.made();
    private static final String CHECKED = "?sslmode=verify-full";

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", CERTIFICATE.certificate().toString())
                .setServerConfig("ssl_key_file", CERTIFICATE.key().toString())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void theServerThatTheAuthorityVouchesForIsUsedAndTheLineIsEncrypted() throws SQLException {
        try (var pool = pool("localhost", CHECKED, Optional.of(CERTIFICATE));
                var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    @Test
    void anotherAuthorityIsRefused() {
        try (var pool = pool("localhost", CHECKED, Optional.of(TestingCertificate.made()))) {
            assertThatThrownBy(pool::getConnection).hasStackTraceContaining("PKIX path");
        }
    }

    @Test
    void anotherHostIsRefused() {
        try (var pool = pool("127.0.0.1", CHECKED, Optional.of(CERTIFICATE))) {
            assertThatThrownBy(pool::getConnection)
                    .rootCause()
                    .hasMessageContaining("127.0.0.1")
                    .hasMessageContaining("could not be verified");
        }
    }

    @Test
    void theAuthorityIsEnoughWhereTheAddressSaysNothing() {
        try (var pool = pool("127.0.0.1", "", Optional.of(CERTIFICATE))) {
            assertThatThrownBy(pool::getConnection).rootCause().hasMessageContaining("could not be verified");
        }
    }

    /** A Secret that lost its authority must not open the line to anybody. */
    @Test
    void anAddressThatAsksForAnAuthorityThatIsNotThereIsRefused() {
        try (var pool = pool("localhost", CHECKED, Optional.empty())) {
            assertThatThrownBy(pool::getConnection).rootCause().hasMessageContaining("root.crt");
        }
    }

    @Test
    void anAuthorityThatIsExchangedCountsForTheNextConnection() throws IOException, SQLException {
        var folder = Folders.credentials("postgres", "postgres");
        Files.writeString(folder.resolve("ca.crt"), TestingCertificate.made().text());
        try (var pool = pool("localhost", CHECKED, folder)) {
            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);

            Files.writeString(folder.resolve("ca.crt"), CERTIFICATE.text());

            try (var connection = pool.getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    private static HikariDataSource pool(String host, String parameters, Optional<TestingCertificate> authority) {
        var folder = Folders.credentials("postgres", "postgres");
        authority.ifPresent(given -> {
            try {
                Files.writeString(folder.resolve("ca.crt"), given.text());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return pool(host, parameters, folder);
    }

    private static HikariDataSource pool(String host, String parameters, Path folder) {
        var pool = Database.poolOf(new RuntimeSettings.Database(
                "jdbc:postgresql://" + host + ":" + server.getPort() + "/postgres" + parameters,
                new CredentialsFolder(folder)));
        pool.setConnectionTimeout(1_500);
        return new HikariDataSource(pool);
    }
}
