package dev.precinct.runtime.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tenant's database: at most five connections, none while nobody needs one, and the schema of this version. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int MOST_CONNECTIONS = 5;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HikariDataSource source;

    private Database(HikariDataSource source) {
        this.source = source;
    }

    /** Opens the pool, waits until the server answers, and brings the schema up to date. */
    public static Database open(RuntimeSettings.Database settings) {
        var database = new Database(new HikariDataSource(poolOf(settings)));
        database.awaitServer();
        database.migrate();
        return database;
    }

    static HikariConfig poolOf(RuntimeSettings.Database settings) {
        var credentials = settings.credentials().credentials();
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(credentials.username());
        pool.setPassword(credentials.password());
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE.toMillis());
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.setAutoCommit(false);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "precinct tenant-runtime");
        // a server that vanished without a word must not hold a thread for ever
        pool.addDataSourceProperty("socketTimeout", "60");
        pool.addDataSourceProperty("connectTimeout", "5");
        // The driver reads it for each new connection, so another one needs no restart.
        settings.credentials().authorityFile().ifPresent(file -> {
            pool.addDataSourceProperty("sslmode", "verify-full");
            pool.addDataSourceProperty("sslrootcert", file.toString());
        });
        return pool;
    }

    private void awaitServer() {
        while (true) {
            try (var connection = source.getConnection()) {
                connection.rollback();
                return;
            } catch (SQLException e) {
                LOG.warn("waiting for the database: {}", deepest(e).toString());
                pause();
            }
        }
    }

    /** The pool says only that it has no connection; why is behind that. */
    private static Throwable deepest(Throwable failure) {
        return failure.getCause() == null ? failure : deepest(failure.getCause());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                // rooms number their scripts in ranges of their own
                .outOfOrder(true)
                .load()
                .migrate();
    }

    HikariDataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}
