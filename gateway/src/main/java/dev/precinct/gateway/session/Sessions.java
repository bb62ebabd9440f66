package dev.precinct.gateway.session;

import java.util.Optional;

/** Where sessions are kept. Every method throws {@link SessionsUnavailableException} when the place does not answer. */
public interface Sessions {
    SessionToken open(Session session);

    /** Empty when unknown, ended or expired. */
    Optional<Session> find(SessionToken token);

    /** Idempotent. */
    void close(SessionToken token);
}
