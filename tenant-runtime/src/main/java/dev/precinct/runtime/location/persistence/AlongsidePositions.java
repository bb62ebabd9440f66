package dev.precinct.runtime.location.persistence;

import dev.precinct.runtime.location.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes what is derived from positions in the same transaction as them. */
public interface AlongsidePositions {

    /** @return what to do once the transaction is committed */
    Runnable write(Connection connection, List<Position> positions) throws SQLException;
}
