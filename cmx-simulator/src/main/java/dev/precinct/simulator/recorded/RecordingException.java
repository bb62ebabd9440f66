package dev.precinct.simulator.recorded;

/** The folder cannot be replayed; the message says which file and why: the user must act. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RecordingException(String message) {
        super(message);
    }

    RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
