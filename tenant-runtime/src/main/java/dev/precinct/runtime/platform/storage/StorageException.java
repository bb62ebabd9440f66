package dev.precinct.runtime.platform.storage;

/** The database or Redis did not do what was asked. */
public abstract sealed class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Transient: it does not answer now; what was asked may be asked again. */
    public static final class Unavailable extends StorageException {
        private static final long serialVersionUID = 1;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Our bug: a statement that it refuses. */
    public static final class Refused extends StorageException {
        private static final long serialVersionUID = 1;

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
