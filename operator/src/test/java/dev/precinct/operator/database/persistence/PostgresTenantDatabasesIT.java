package dev.precinct.operator.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.config.DatabaseServers;
import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.database.TenantDatabasesContract;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTenantDatabasesIT extends TenantDatabasesContract {
    private static final String A = newName();
    private static final String B = newName();

    private final TestPostgres postgres = new TestPostgres();
    private TenantDatabases databases = unset();

    @BeforeAll
    void makeTwoTenants() throws IOException {
        databases = new PostgresTenantDatabases(
                new DatabaseServers(postgres.writeServer(Files.createTempDirectory("servers"), "default")));
        databases.ensure(database(A), "secret-a");
        databases.ensure(database(B), "secret-b");
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Override
    protected TenantDatabases databases() {
        return databases;
    }

    @Test
    void aTenantOwnsWhatItMakesInItsOwnDatabase() throws SQLException {
        try (var connection = postgres.login(A, A, "secret-a");
                var statement = connection.createStatement()) {
            statement.execute("create table visit (id bigint primary key)");
            try (var owner = statement.executeQuery("select tableowner from pg_tables where tablename = 'visit'")) {
                owner.next();
                assertThat(owner.getString(1)).isEqualTo(A);
            }
        }
    }

    @Test
    void aTenantDoesNotGetIntoAnothersDatabase() {
        assertThatThrownBy(() -> postgres.login(B, A, "secret-a").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void aTenantMayNeitherMakeRolesNorDatabasesNorBecomeAnother() throws SQLException {
        try (var connection = postgres.login(A, A, "secret-a");
                var statement = connection.createStatement()) {
            for (String forbidden : new String[] {
                "create role intruder",
                "create database intruder",
                "alter role \"" + B + "\" password 'mine'",
                "drop database \"" + B + "\"",
                "set role \"" + B + "\"",
                "grant \"" + B + "\" to \"" + A + "\"",
                "select pg_read_file('/etc/passwd')"
            }) {
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void aDatabaseThatWasOpenedToAllIsUnsoundUntilItIsClosedAgain() throws SQLException {
        var database = database(newName());
        databases.ensure(database, "secret");
        sql("grant connect on database \"" + database.name() + "\" to public");
        assertThat(databases.isSound(database, "secret")).isFalse();

        databases.ensure(database, "secret");

        assertThat(databases.isSound(database, "secret")).isTrue();
    }

    @Test
    void aRoleThatWasLockedOrRaisedIsPutRight() throws SQLException {
        var database = database(newName());
        databases.ensure(database, "secret");
        for (String change : new String[] {"nologin", "createdb"}) {
            sql("alter role \"" + database.name() + "\" " + change);
            assertThat(databases.isSound(database, "secret")).as(change).isFalse();

            databases.ensure(database, "secret");

            assertThat(databases.isSound(database, "secret")).as(change).isTrue();
        }
    }

    /** The operator may die between any two statements. */
    @Test
    void whatWasBegunIsFinished() throws SQLException {
        var onlyRole = database(newName());
        sql("create role \"" + onlyRole.name() + "\" nologin");
        var closed = database(newName());
        sql("create role \"" + closed.name() + "\" nologin");
        sql("create database \"" + closed.name() + "\" owner \"" + closed.name() + "\" allow_connections false");
        // As when the administrator himself had made it.
        sql("grant \"" + onlyRole.name() + "\" to " + TestPostgres.ADMINISTRATOR + " with admin option");
        sql("grant \"" + closed.name() + "\" to " + TestPostgres.ADMINISTRATOR + " with admin option");

        databases.ensure(onlyRole, "secret");
        databases.ensure(closed, "secret");

        assertThat(databases.isSound(onlyRole, "secret")).isTrue();
        assertThat(databases.isSound(closed, "secret")).isTrue();
    }

    @Test
    void aRoleWhoseDatabaseIsGoneIsDroppedToo() throws SQLException {
        var database = database(newName());
        databases.ensure(database, "secret");
        sql("drop database \"" + database.name() + "\"");

        databases.drop(database);

        assertThat(databases.exists(database)).isFalse();
    }

    @Test
    void openConnectionsDoNotHoldUpTheDrop() throws SQLException {
        var database = database(newName());
        databases.ensure(database, "secret");
        try (var connection = postgres.login(database.name(), database.name(), "secret")) {
            databases.drop(database);
            assertThat(connection.isValid(1)).isFalse();
        }
        assertThat(databases.exists(database)).isFalse();
    }

    @Test
    void theServerIsToldAHashAndNotThePassword() throws SQLException {
        var database = database(newName());
        databases.ensure(database, "secret-that-nobody-may-read");
        try (var connection = postgres.administrator();
                var row = connection
                        .createStatement()
                        .executeQuery("select rolpassword from pg_authid where rolname = '" + database.name() + "'")) {
            row.next();
            assertThat(row.getString(1)).startsWith("SCRAM-SHA-256$").doesNotContain("secret-that");
        }
    }

    @Test
    void namesThatAreNotMadeFromAUidAreRefused() {
        assertThatThrownBy(
                        () -> databases.ensure(new TenantDatabase("default", "x\"; drop role postgres; --"), "secret"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServerThatIsAwayIsSomethingToWaitFor() throws IOException {
        try (var other = new TestPostgres()) {
            var away = new PostgresTenantDatabases(
                    new DatabaseServers(other.writeServer(Files.createTempDirectory("servers"), "default")));
            String before = away.pulse("default");
            other.stop();

            assertThatThrownBy(() -> away.exists(database(A)))
                    .isInstanceOfSatisfying(
                            TenantException.Transient.class,
                            e -> assertThat(e.reason()).isEqualTo(TenantReason.DATABASE_UNREACHABLE));
            assertThat(away.pulse("default")).isEqualTo("DatabaseUnreachable");

            other.start();
            assertThat(away.pulse("default")).isNotEqualTo(before).isNotEqualTo("DatabaseUnreachable");
        }
    }

    private void sql(String text) throws SQLException {
        try (var connection = postgres.administrator();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static TenantDatabase database(String name) {
        return new TenantDatabase("default", name);
    }

    private static TenantDatabases unset() {
        return new PostgresTenantDatabases(new DatabaseServers(Path.of("unset")));
    }
}
