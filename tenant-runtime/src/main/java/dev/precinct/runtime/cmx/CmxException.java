package dev.precinct.runtime.cmx;

import dev.precinct.tenancy.runtime.RuntimeReport.CmxState;

/** CMX did not give what was asked for. {@link #state} says whose turn it is; the message holds no secret and can be shown. */
public abstract sealed class CmxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CmxException(String message, Throwable cause) {
        super(message, cause);
    }

    private CmxException(String message) {
        super(message);
    }

    public abstract CmxState state();

    /** Transient: refused, timed out, or answered 5xx. */
    public static final class Unreachable extends CmxException {
        private static final long serialVersionUID = 1;

        public Unreachable(String message) {
            super(message);
        }

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public CmxState state() {
            return CmxState.UNREACHABLE;
        }
    }

    /** The tenant must act: user name or password are refused (401, or 302 to the login page). */
    public static final class CredentialsRefused extends CmxException {
        private static final long serialVersionUID = 1;

        public CredentialsRefused(String message) {
            super(message);
        }

        @Override
        public CmxState state() {
            return CmxState.CREDENTIALS_REFUSED;
        }
    }

    /** Something answered, but not as CMX does: HTML, no JSON, or cut in the middle. */
    public static final class BadAnswer extends CmxException {
        private static final long serialVersionUID = 1;

        public BadAnswer(String message) {
            super(message);
        }

        public BadAnswer(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public CmxState state() {
            return CmxState.BAD_ANSWER;
        }
    }

    /** The tenant has no CMX, or it was not asked yet. */
    public static final class NotTried extends CmxException {
        private static final long serialVersionUID = 1;

        public NotTried(String message) {
            super(message);
        }

        @Override
        public CmxState state() {
            return CmxState.NOT_TRIED;
        }
    }
}
