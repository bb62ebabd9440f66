package dev.precinct.simulator.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong on demand. */
public enum FaultKind {
    /** Answers late. */
    SLOW,
    /** Ends the connection in the middle of the body. */
    CUT,
    /** 401 whatever the credentials. */
    UNAUTHORIZED,
    /** 302 to an HTML page. */
    REDIRECT,
    /** 500 {@code CMX: System error}. */
    SYSTEM_ERROR,
    /** 503. */
    UNAVAILABLE,
    /** 204 without a body where data was asked for. */
    EMPTY,
    /** Ends a fault. */
    NONE;

    public static Optional<FaultKind> find(String text) {
        return Stream.of(values()).filter(kind -> kind.toString().equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
