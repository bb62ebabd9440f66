package dev.precinct.operator.config;

import java.util.List;

/** The operator can't start with these settings; its message names every one that is wrong. */
public final class BadConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadConfigException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
