package dev.precinct.runtime.location.cmx;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts that many devices have, once: floors, networks, bands, access points. Each poll brings all of them anew for each device, and would
 * be half of what lives until the next.
 */
final class SharedTexts {
    private static final int MOST = 8_192;
    private static final int LONGEST = 256;
    private static final ConcurrentHashMap<String, String> KNOWN = new ConcurrentHashMap<>();

    private SharedTexts() {}

    /** An equal text. */
    static String of(String text) {
        var known = KNOWN.get(text);
        if (known != null) {
            return known;
        }
        if (text.length() <= LONGEST) {
            if (KNOWN.size() >= MOST) {
                KNOWN.clear();
            }
            KNOWN.put(text, text);
        }
        return text;
    }

    static int size() {
        return KNOWN.size();
    }
}
