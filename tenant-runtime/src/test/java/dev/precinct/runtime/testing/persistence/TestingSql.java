package dev.precinct.runtime.testing.persistence;

import dev.precinct.runtime.platform.config.RuntimeSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks into a database past the code that is tested. */
public final class TestingSql {
    private TestingSql() {}

    static void execute(DataSource source, String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row. */
    public static long number(RuntimeSettings.Database database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static void execute(RuntimeSettings.Database database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect(RuntimeSettings.Database database) throws SQLException {
        var credentials = database.credentials().credentials();
        return DriverManager.getConnection(database.url(), credentials.username(), credentials.password());
    }
}
