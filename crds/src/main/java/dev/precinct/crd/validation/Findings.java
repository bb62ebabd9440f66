package dev.precinct.crd.validation;

import java.util.ArrayList;
import java.util.List;

/** Problems found so far, and whether they forbid to look further: a rule may rely on what the schema promises. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private boolean blocking;

    /** The value is not of the form that rules rely on. */
    void block(String field, String message) {
        blocking = true;
        problems.add(new Problem(field, message));
    }

    void add(String field, String message) {
        problems.add(new Problem(field, message));
    }

    boolean areBlocking() {
        return blocking;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
