package dev.precinct.local.kubernetes.store;

/** The objects on disk cannot be read or written: the user must look at the folder. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
