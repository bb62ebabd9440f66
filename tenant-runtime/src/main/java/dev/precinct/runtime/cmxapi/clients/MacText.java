package dev.precinct.runtime.cmxapi.clients;

import java.util.Locale;

/** MACs as people write them: any case, colons or dashes. */
final class MacText {
    private MacText() {}

    static String normal(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replace('-', ':');
    }
}
