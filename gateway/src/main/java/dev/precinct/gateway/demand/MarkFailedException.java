package dev.precinct.gateway.demand;

/** A mark could not be made: transient, and tried again by whoever uses the tenant next. */
public final class MarkFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public MarkFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
