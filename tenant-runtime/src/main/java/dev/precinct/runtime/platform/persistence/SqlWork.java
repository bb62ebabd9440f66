package dev.precinct.runtime.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on one connection within one transaction. */
@FunctionalInterface
public interface SqlWork<T> {
    T in(Connection connection) throws SQLException;
}
