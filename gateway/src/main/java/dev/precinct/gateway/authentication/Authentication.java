package dev.precinct.gateway.authentication;

import java.time.Duration;

/** What authentication of one request found. */
public sealed interface Authentication {
    record Known(Identity identity) implements Authentication {}

    /** No credentials at all, or a session that is not one here: unknown, ended, foreign, outdated. */
    record Anonymous() implements Authentication {}

    /** Credentials that are wrong. */
    record Wrong(String user) implements Authentication {}

    /** Too many tries. */
    record Throttled(String user, Duration retryAfter) implements Authentication {}

    /** It can't be decided now. */
    record Undecidable(String reason) implements Authentication {}
}
