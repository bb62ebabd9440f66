package dev.precinct.local.node;

/** A pod can't start yet: what it mounts or reads is not there. The node tries again by itself. */
final class MissingObjectException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingObjectException(String message) {
        super(message);
    }
}
