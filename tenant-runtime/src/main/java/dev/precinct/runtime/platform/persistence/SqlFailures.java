package dev.precinct.runtime.platform.persistence;

import dev.precinct.runtime.platform.storage.StorageException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a statement that it refuses. */
final class SqlFailures {
    /** Connection, resources, operator intervention (shutdown), system error, rollback of a serialisation or deadlock. */
    private static final List<String> TRANSIENT_CLASSES = List.of("08", "53", "57", "58", "40");

    private SqlFailures() {}

    static StorageException sorted(Exception failure) {
        var state = stateOf(failure);
        // Hikari's time-out has no state of its own
        if (state == null || TRANSIENT_CLASSES.stream().anyMatch(state::startsWith)) {
            return new StorageException.Unavailable("the database does not answer", failure);
        }
        return new StorageException.Refused("the database refuses a statement, state " + state, failure);
    }

    private static @Nullable String stateOf(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
