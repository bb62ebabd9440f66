package dev.precinct.runtime.cmxapi.clients;

/** The caller must change his query; the message names the parameter. */
public final class BadQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadQueryException(String message) {
        super(message);
    }
}
