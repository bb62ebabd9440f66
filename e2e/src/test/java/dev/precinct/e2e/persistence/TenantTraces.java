package dev.precinct.e2e.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;

/** What an embedded installation's PostgreSQL and Redis have of one tenant. */
public final class TenantTraces {
    private final Path home;
    private final JsonNode ports;

    /** @param home of an installation whose servers run */
    public TenantTraces(Path home) {
        this.home = home;
        try {
            this.ports = new ObjectMapper().readTree(Files.readString(home.resolve("ports.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Databases, roles, Redis users, and whether there are Redis keys.
     *
     * @param id of the tenant, as it is part of all these names
     * @return for instance {@code database t_1}, {@code role t_1}, {@code Redis user t_1}, {@code Redis keys}
     */
    public List<String> of(String id) throws SQLException {
        var traces = new ArrayList<String>();
        select("SELECT datname FROM pg_database WHERE datname LIKE ?", id, "database ", traces);
        select("SELECT rolname FROM pg_roles WHERE rolname LIKE ?", id, "role ", traces);
        try (var redis = new Jedis("127.0.0.1", ports.path("redis").asInt())) {
            redis.auth("admin", secret("redis-admin"));
            redis.aclUsers().stream()
                    .filter(user -> user.contains(id))
                    .forEach(user -> traces.add("Redis user " + user));
            if (hasKeys(redis, id)) {
                traces.add("Redis keys");
            }
        }
        return traces;
    }

    private void select(String sql, String id, String what, List<String> traces) throws SQLException {
        var login = new Properties();
        login.setProperty("user", "precinct_admin");
        login.setProperty("password", secret("postgres-admin"));
        String url = "jdbc:postgresql://127.0.0.1:" + ports.path("postgres").asInt() + "/postgres";
        try (var connection = DriverManager.getConnection(url, login);
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "%" + id + "%");
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    traces.add(what + rows.getString(1));
                }
            }
        }
    }

    private static boolean hasKeys(Jedis redis, String id) {
        var wanted = new ScanParams().match("*" + id + "*").count(1_000);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            var page = redis.scan(cursor, wanted);
            if (!page.getResult().isEmpty()) {
                return true;
            }
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return false;
    }

    private String secret(String name) {
        try {
            return Files.readString(home.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
