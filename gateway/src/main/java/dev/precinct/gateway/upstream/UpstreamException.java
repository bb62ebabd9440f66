package dev.precinct.gateway.upstream;

/** Why a runtime gave no answer, or no whole one. All are transient. */
public abstract sealed class UpstreamException extends Exception {
    private static final long serialVersionUID = 1L;

    private UpstreamException(String message, Throwable cause) {
        super(message, cause);
    }

    private UpstreamException(String message) {
        super(message);
    }

    /** Nothing listens there, or it takes no more. */
    public static final class Unavailable extends UpstreamException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }

        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** It did not answer in time. */
    public static final class TimedOut extends UpstreamException {
        private static final long serialVersionUID = 1L;

        TimedOut(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** It ended in the middle, or what it sent is no HTTP. */
    public static final class Broken extends UpstreamException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }

        Broken(String message, Throwable cause) {
            super(message, cause);
        }

        /** Whether it ended, rather than spoke no HTTP: another one may do better. */
        public boolean isEnd() {
            return !(getCause() instanceof MalformedAnswerException);
        }
    }
}
