package dev.precinct.simulator.notification;

/** A subscription that cannot be taken; the message says what to change. */
public final class BadSubscriptionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadSubscriptionException(String message) {
        super(message);
    }
}
