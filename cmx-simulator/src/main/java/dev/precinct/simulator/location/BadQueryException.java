package dev.precinct.simulator.location;

/** A query that the appliance refuses with 400; the message is what it says. */
public final class BadQueryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadQueryException(String message) {
        super(message);
    }
}
