package dev.precinct.operator.failure;

import org.jspecify.annotations.Nullable;

/** A failure, sorted by who has to act: the kind decides on retry, the reason on the condition. Messages never hold a secret. */
public abstract sealed class TenantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TenantReason reason;

    private TenantException(TenantReason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public TenantReason reason() {
        return reason;
    }

    /** What the owner reads. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** Whether a person has to act: trying again mends nothing. */
    public boolean lasts() {
        return switch (this) {
            case Transient slow -> false;
            case UserMustAct user -> true;
            case OurBug bug -> true;
        };
    }

    /** The world is slow or away: try again. */
    public static final class Transient extends TenantException {
        private static final long serialVersionUID = 1L;

        public Transient(TenantReason reason, String message, @Nullable Throwable cause) {
            super(reason, message, cause);
        }
    }

    /** Nothing changes until a person edits something. */
    public static final class UserMustAct extends TenantException {
        private static final long serialVersionUID = 1L;

        public UserMustAct(TenantReason reason, String message) {
            super(reason, message, null);
        }
    }

    /** We did something wrong: log it, count it, and try again only at the next resync. */
    public static final class OurBug extends TenantException {
        private static final long serialVersionUID = 1L;

        public OurBug(String message, @Nullable Throwable cause) {
            super(TenantReason.INTERNAL_ERROR, message, cause);
        }
    }
}
