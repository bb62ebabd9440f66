package dev.precinct.gateway.session;

/** Transient: the place where sessions are kept does not answer. */
public final class SessionsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SessionsUnavailableException(Throwable cause) {
        super("sessions can't be read or written now", cause);
    }
}
