package dev.precinct.local.home;

import org.jspecify.annotations.Nullable;

/** Something that only the person at the keyboard can mend; the message says what and how. */
public final class UserMustActException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserMustActException(String message) {
        super(message);
    }

    public UserMustActException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
