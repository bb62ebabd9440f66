package dev.precinct.operator.database.persistence;

import java.util.regex.Pattern;

/** The one place that puts names and texts into SQL where parameters are not allowed. */
final class Identifiers {
    private static final Pattern OURS = Pattern.compile("t_[0-9a-f]{32}");

    private Identifiers() {}

    /** @param name made from a tenant's UID; anything else is a bug of ours and refused */
    static String quoted(String name) {
        if (!OURS.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name that is made from a UID");
        }
        return '"' + name + '"';
    }
}
