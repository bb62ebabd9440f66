package dev.precinct.gateway.upstream;

import java.io.IOException;

/** What a runtime sent is no HTTP/1. */
final class MalformedAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
        super(message);
    }

    MalformedAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
