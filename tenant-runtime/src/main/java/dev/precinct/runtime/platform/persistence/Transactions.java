package dev.precinct.runtime.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Runs work in one transaction: committed when it returns, rolled back when it throws; failures come sorted. */
public final class Transactions {
    private final DataSource source;
    private final SessionFactory sessions;

    public Transactions(DataSource source, SessionFactory sessions) {
        this.source = source;
        this.sessions = sessions;
    }

    /** With Hibernate's session, for the domain. */
    public <T> T inSession(Function<Session, T> work) {
        try {
            return sessions.fromTransaction(work);
        } catch (HibernateException e) {
            throw SqlFailures.sorted(e);
        }
    }

    /** With a session that tracks nothing, for rows by the thousand. */
    public <T> T inStatelessSession(Function<StatelessSession, T> work) {
        try {
            return sessions.fromStatelessTransaction(work);
        } catch (HibernateException e) {
            throw SqlFailures.sorted(e);
        }
    }

    /** With plain JDBC, for COPY and counting. */
    public <T> T inConnection(SqlWork<T> work) {
        try (var connection = source.getConnection()) {
            return committed(connection, work);
        } catch (SQLException e) {
            throw SqlFailures.sorted(e);
        }
    }

    private static <T> T committed(Connection connection, SqlWork<T> work) throws SQLException {
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
