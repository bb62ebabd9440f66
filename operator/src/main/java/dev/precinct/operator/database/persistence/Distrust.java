package dev.precinct.operator.database.persistence;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLState;

/** Tells a server whose certificate is not the right one from a server that is away. */
final class Distrust {
    private Distrust() {}

    /** Of a connection on which a certificate was asked for. */
    static boolean caused(SQLException e) {
        return find(e, SSLException.class).isPresent()
                || withoutCause(e, PSQLState.CONNECTION_FAILURE)
                || speaksPlain(e);
    }

    static String words(SQLException e) {
        if (speaksPlain(e)) {
            return "it does not speak TLS";
        }
        return find(e, SSLException.class)
                .map(tls -> "ca.crt does not vouch for its certificate (" + tls.getMessage() + ")")
                .orElse("its certificate is of another host");
    }

    /** The driver says so itself where the name differs: no exception of TLS or of the network is behind it. */
    private static boolean withoutCause(SQLException e, PSQLState state) {
        return state.getState().equals(e.getSQLState())
                && find(e, IOException.class).isEmpty();
    }

    private static boolean speaksPlain(SQLException e) {
        return PSQLState.CONNECTION_REJECTED.getState().equals(e.getSQLState()) && e.getCause() == null;
    }

    private static Optional<Throwable> find(Throwable e, Class<?> kind) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
