package dev.precinct.tenancy.assertion;

/** The assertion is missing, forged, expired or for another tenant. The message is for the log, never for the caller. */
public final class InvalidAssertionException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidAssertionException(String message) {
        super(message);
    }

    public InvalidAssertionException(String message, Throwable cause) {
        super(message, cause);
    }
}
