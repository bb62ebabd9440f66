package dev.precinct.bench.ingest.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;

/** The positions of one day as another connection sees them: committed ones only. */
public final class WrittenPositions implements AutoCloseable {
    private final Connection connection;
    private final String table;
    private String seenUpTo = "(0,0)";

    /**
     * @param url of the tenant's database, for JDBC
     * @param day the partition, by the time of the positions in UTC
     */
    public WrittenPositions(String url, String user, String password, LocalDate day) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
        table = "position_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /**
     * Rows that came to be seen since the last call.
     *
     * @param lagMillis time from when the runtime heard of the oldest of them until now
     */
    public record Batch(int rows, long lagMillis) {}

    /** Reads the new end of the table only: one writer appends, so the place of a row tells when it came. */
    public Batch next() throws SQLException {
        String sql =
                "select count(*), max(ctid)::text, coalesce(extract(epoch from clock_timestamp() - min(received_at)) * 1000, 0)"
                        + " from " + table + " where ctid > ?::tid";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, seenUpTo);
            try (var row = query.executeQuery()) {
                row.next();
                int rows = row.getInt(1);
                if (rows > 0) {
                    seenUpTo = row.getString(2);
                }
                return new Batch(rows, Math.round(row.getDouble(3)));
            }
        }
    }

    /** How many of these devices have exactly this many positions. */
    public int withPositions(Collection<String> macs, int positions) throws SQLException {
        String sql = "select count(*) from (select mac from " + table
                + " where mac = any(?::macaddr[]) group by mac having count(*) = ?) found";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", List.copyOf(macs).toArray()));
            query.setInt(2, positions);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
