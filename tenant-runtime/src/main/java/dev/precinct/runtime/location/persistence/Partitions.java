package dev.precinct.runtime.location.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The partitions of {@code position}: one for each UTC day. */
final class Partitions {
    /** Any number, the same in every process: two that make the same partition at once would disturb each other. */
    private static final long LOCK = 7_020_020L;

    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    static LocalDate dayOf(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    boolean knows(LocalDate day) {
        return known.contains(day);
    }

    /** Remembers days whose partitions were made and committed. */
    void committed(Collection<LocalDate> days) {
        known.addAll(days);
    }

    void make(Connection connection, Collection<LocalDate> days) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            for (var day : days) {
                statement.execute("create table if not exists position_"
                        + day.format(DateTimeFormatter.BASIC_ISO_DATE) + " partition of position for values from ('"
                        + day + "T00:00:00Z') to ('" + day.plusDays(1) + "T00:00:00Z')");
            }
        }
    }
}
