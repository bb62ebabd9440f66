package dev.precinct.operator.database.persistence;

import static dev.precinct.operator.database.persistence.Identifiers.quoted;

import dev.precinct.operator.config.DatabaseServer;
import dev.precinct.operator.config.DatabaseServers;
import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.failure.Credentials;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.network.ServerAddress;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Databases on real servers. The administrator needs CREATEDB and CREATEROLE, not more. A database is made closed and opened only after
 * PUBLIC lost its right to connect, so there is no moment at which another tenant's role gets in.
 */
public final class PostgresTenantDatabases implements TenantDatabases {
    private static final String INVALID_PASSWORD = "28P01";
    private static final String INVALID_AUTHORIZATION = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NOT_ALLOWED = "42501";
    private static final int CONNECTION_LIMIT = 20;

    private static final String SHAPE = """
            select exists (select from pg_roles r where r.rolname = ? and r.rolcanlogin and not r.rolsuper
                       and not r.rolcreatedb and not r.rolcreaterole) as role,
                   exists (select from pg_database d where d.datname = ?) as database,
                   exists (select from pg_database d where d.datname = ? and pg_get_userbyid(d.datdba) = ?
                       and d.datallowconn and d.datacl is not null
                       and not exists (select from aclexplode(d.datacl) a
                           where a.grantee = 0 and a.privilege_type in ('CONNECT', 'TEMPORARY'))) as closed
            """;

    private final DatabaseServers servers;

    public PostgresTenantDatabases(DatabaseServers servers) {
        this.servers = servers;
    }

    @Override
    public ServerAddress address(String server) {
        return servers.address(server);
    }

    @Override
    public boolean isSound(TenantDatabase database, String password) {
        return onServer(database.server(), (server, connection) -> {
            Shape shape = shapeOf(connection, database.name());
            return shape.role() && shape.closed() && logsIn(server, database.name(), password);
        });
    }

    @Override
    public void ensure(TenantDatabase database, String password) {
        onServer(database.server(), (server, connection) -> {
            ensureRole(connection, database.name(), password);
            ensureDatabase(connection, database.name());
            return database;
        });
    }

    @Override
    public boolean exists(TenantDatabase database) {
        return onServer(database.server(), (server, connection) -> {
            Shape shape = shapeOf(connection, database.name());
            return shape.role() || shape.database();
        });
    }

    @Override
    public void drop(TenantDatabase database) {
        String name = quoted(database.name());
        onServer(database.server(), (server, connection) -> {
            Shape shape = shapeOf(connection, database.name());
            if (shape.database()) {
                // Only an owner, or a member of the owner, may drop; a plain administrator is neither until he joins
                // the role.
                joinRole(connection, database.name());
                run(connection, "drop database if exists " + name + " with (force)");
            }
            run(connection, "drop role if exists " + name);
            return database;
        });
    }

    @Override
    public String pulse(String server) {
        try {
            return onServer(server, (found, connection) -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("select pg_postmaster_start_time()::text")) {
                    row.next();
                    return row.getString(1);
                }
            });
        } catch (TenantException e) {
            return e.reason().wire();
        }
    }

    private static void ensureRole(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select exists (select from pg_roles where rolname = ?)", name)) {
            run(connection, "create role " + quoted(name) + " nologin");
        }
        // The driver hashes the password first, so that it stands neither in the statement nor in the server's log.
        connection.unwrap(PGConnection.class).alterUserPassword(name, password.toCharArray(), "scram-sha-256");
        run(
                connection,
                "alter role " + quoted(name) + " login nocreatedb nocreaterole connection limit " + CONNECTION_LIMIT);
    }

    private static void ensureDatabase(Connection connection, String name) throws SQLException {
        Shape shape = shapeOf(connection, name);
        if (shape.closed()) {
            return;
        }
        joinRole(connection, name);
        if (!shape.database()) {
            run(
                    connection,
                    "create database " + quoted(name) + " owner " + quoted(name)
                            + " template template0 encoding 'UTF8' allow_connections false");
        }
        run(connection, "alter database " + quoted(name) + " owner to " + quoted(name));
        run(connection, "revoke connect, temporary on database " + quoted(name) + " from public");
        run(connection, "alter database " + quoted(name) + " allow_connections true");
    }

    /**
     * Giving a database to a role, and taking it away, needs the role's own rights. Since PostgreSQL 16 whoever makes a role may only
     * administer it, and has to give himself the rest.
     */
    private static void joinRole(Connection connection, String name) throws SQLException {
        if (exists(connection, "select exists (select from pg_roles where rolname = ?)", name)
                && !exists(connection, "select pg_has_role(current_user, ?, 'usage')", name)) {
            run(connection, "grant " + quoted(name) + " to current_user");
        }
    }

    private static boolean logsIn(DatabaseServer server, String name, String password) throws SQLException {
        try (var connection = AdminConnections.toDatabase(server, name, new Credentials(name, password))) {
            return connection.isValid(1);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.equals(INVALID_PASSWORD)
                    || state.equals(INVALID_AUTHORIZATION)
                    || state.equals(NO_SUCH_DATABASE)
                    || state.equals(NOT_ALLOWED)) {
                return false;
            }
            throw e;
        }
    }

    private static Shape shapeOf(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement(SHAPE)) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                statement.setString(parameter, name);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return new Shape(row.getBoolean("role"), row.getBoolean("database"), row.getBoolean("closed"));
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T onServer(String name, Work<T> work) {
        DatabaseServer server = servers.find(name);
        try (var connection = AdminConnections.toServer(server)) {
            return work.with(server, connection);
        } catch (SQLException e) {
            throw server.authority()
                    .flatMap(authority -> Distrust.words(e))
                    .<TenantException>map(words -> new TenantException.Transient(
                            TenantReason.DATABASE_UNTRUSTED,
                            "PostgreSQL server " + name + " at " + server.host() + " is not trusted: " + words,
                            e))
                    .orElseGet(() -> sorted(name, e));
        }
    }

    private static TenantException sorted(String server, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28") || state.equals(NOT_ALLOWED)) {
            return new TenantException.Transient(
                    TenantReason.DATABASE_REFUSED,
                    "PostgreSQL server " + server + " refuses the operator (SQL state " + state + ")",
                    e);
        }
        if (state.startsWith("42") || state.startsWith("22")) {
            return new TenantException.OurBug(
                    "PostgreSQL server " + server + " did not understand the operator (SQL state " + state + ")", e);
        }
        return new TenantException.Transient(
                TenantReason.DATABASE_UNREACHABLE,
                "PostgreSQL server " + server + " does not answer as it should (SQL state " + state + ")",
                e);
    }

    /** What is there; {@code closed} is a database that is the role's own, open for connections, and for nobody else. */
    private record Shape(boolean role, boolean database, boolean closed) {}

    private interface Work<T> {
        T with(DatabaseServer server, Connection connection) throws SQLException;
    }
}
