package dev.precinct.operator.database.persistence;

import dev.precinct.tenancy.tls.Authorities;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLState;

/** Tells a server whose certificate is not the right one from a server that is away. */
final class Distrust {
    private Distrust() {}

    /** What speaks against the server on a connection that asked for a certificate; empty where it is about something else. */
    static Optional<String> words(SQLException e) {
        if (isState(e, PSQLState.CONNECTION_REJECTED) && e.getCause() == null) {
            return Optional.of("it does not speak TLS");
        }
        // The driver compares the name itself: no exception of TLS or of the network is behind what it says then.
        if (isState(e, PSQLState.CONNECTION_FAILURE) && !isOfTheNetwork(e)) {
            return Optional.of("its certificate is of another host");
        }
        return Authorities.distrust(e)
                .map(said -> "ca.crt does not vouch for its certificate (" + said.getMessage() + ")");
    }

    private static boolean isState(SQLException e, PSQLState state) {
        return state.getState().equals(e.getSQLState());
    }

    private static boolean isOfTheNetwork(Throwable e) {
        return e instanceof IOException || e.getCause() != null && isOfTheNetwork(e.getCause());
    }
}
