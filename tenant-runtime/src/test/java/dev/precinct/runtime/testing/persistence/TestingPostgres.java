package dev.precinct.runtime.testing.persistence;

import dev.precinct.runtime.platform.config.CredentialsFolder;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.testing.Folders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for all tests of a JVM, and a database of its own for each that asks. */
public final class TestingPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestingPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A fresh, empty database. */
    public static RuntimeSettings.Database database() {
        var name = "t_" + NUMBER.incrementAndGet();
        execute("create database " + name);
        return new RuntimeSettings.Database(
                "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name,
                new CredentialsFolder(Folders.credentials("postgres", "postgres")));
    }

    /** Executes on the server's own database. */
    public static void execute(String sql) {
        TestingSql.execute(Server.RUNNING.getPostgresDatabase(), sql);
    }

    /** Lets nobody into a database and throws out who is in. */
    public static void close(RuntimeSettings.Database database) {
        var name = nameOf(database);
        execute("alter database " + name + " allow_connections false");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    public static void open(RuntimeSettings.Database database) {
        execute("alter database " + nameOf(database) + " allow_connections true");
    }

    private static String nameOf(RuntimeSettings.Database database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }
}
