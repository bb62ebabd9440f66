package dev.precinct.operator.database.persistence;

import dev.precinct.operator.config.DatabaseServer;
import dev.precinct.operator.failure.Credentials;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections: each for one piece of work, none kept, so that a thousand tenants hold no connection while nothing happens. */
final class AdminConnections {
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final int CONNECT_SECONDS = 3;
    private static final int ANSWER_SECONDS = 60;

    private AdminConnections() {}

    static Connection toServer(DatabaseServer server) throws SQLException {
        return open(server, MAINTENANCE_DATABASE, server.administrator());
    }

    static Connection toDatabase(DatabaseServer server, String database, Credentials login) throws SQLException {
        return open(server, database, login);
    }

    private static Connection open(DatabaseServer server, String database, Credentials login) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {server.host()});
        source.setPortNumbers(new int[] {server.port()});
        source.setDatabaseName(database);
        source.setApplicationName("precinct-operator");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        server.authority().ifPresent(file -> {
            source.setSslMode("verify-full");
            source.setSslRootCert(file.toString());
        });
        return source.getConnection(login.username(), login.password());
    }
}
