package dev.precinct.local.servers.persistence;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Whether a PostgreSQL server takes connections. */
public final class PostgresPing {
    private PostgresPing() {}

    public static boolean answers(int port, String user, String password) {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "5");
        try (var connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}
