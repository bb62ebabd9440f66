package dev.precinct.operator.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A real PostgreSQL that can be taken away and given back, and an administrator with no more rights than the operator asks for. */
public final class TestPostgres implements AutoCloseable {
    public static final String ADMINISTRATOR = "precinct_admin";
    public static final String PASSWORD = "test-only";

    private static final String ASK_ALL_BUT_THE_SUPERUSER = """
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128 trust
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            local all all trust
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    public TestPostgres() {
        this(Map.of());
    }

    /** One that speaks TLS to whoever asks for it. */
    public static TestPostgres withTls(TestCertificate certificate) {
        return new TestPostgres(Map.of(
                "ssl", "on",
                "ssl_cert_file", certificate.certificate().toString(),
                "ssl_key_file", certificate.key().toString()));
    }

    private TestPostgres(Map<String, String> settings) {
        this.settings = settings;
        try {
            folder = Files.createTempDirectory("operator-postgres");
            server = builder().start();
            try (var connection = administrator();
                    var statement = connection.createStatement()) {
                // As it comes, this server asks nobody for a password: then nothing here would prove anything.
                Files.writeString(folder.resolve("data/pg_hba.conf"), ASK_ALL_BUT_THE_SUPERUSER);
                statement.execute("select pg_reload_conf()");
                statement.execute(
                        "create role " + ADMINISTRATOR + " login createdb createrole password '" + PASSWORD + "'");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE);
        settings.forEach(builder::setServerConfig);
        return builder;
    }

    public int port() {
        return server.getPort();
    }

    /** The superuser, for looking behind the operator's back. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port() + "/postgres", "postgres", "postgres");
    }

    /** As a tenant would. */
    public Connection login(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port() + "/" + database, user, password);
    }

    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Again, on the same port with the same data. */
    public void start() {
        int port = port();
        try {
            server = builder().setPort(port).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the folder that the operator knows this server by. */
    public Path writeServer(Path servers, String name) throws IOException {
        var server = Files.createDirectories(servers.resolve(name));
        Files.writeString(server.resolve("host"), "localhost");
        Files.writeString(server.resolve("port"), String.valueOf(port()));
        Files.writeString(server.resolve("username"), ADMINISTRATOR);
        Files.writeString(server.resolve("password"), PASSWORD);
        return servers;
    }

    @Override
    public void close() {
        stop();
    }
}
