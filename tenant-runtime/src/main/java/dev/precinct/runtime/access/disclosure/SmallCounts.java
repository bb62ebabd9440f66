package dev.precinct.runtime.access.disclosure;

import dev.precinct.tenancy.permission.Disclosure;

/**
 * A user who gets counts only must not find single people in them: a count below five is not shown, zero included, because "nobody"
 * said of a small place is as telling as "one".
 */
public final class SmallCounts {
    private static final int SMALLEST_SHOWN = 5;

    private SmallCounts() {}

    public static boolean suppressed(Disclosure disclosure, int count) {
        return disclosure.aggregated() && count < SMALLEST_SHOWN;
    }

    /**
     * True when a total or one of its two parts must not be shown: of a total and one part the other follows.
     *
     * @param part devices that only probe, for example
     */
    public static boolean suppressed(Disclosure disclosure, int total, int part) {
        return suppressed(disclosure, total) || suppressed(disclosure, part) || suppressed(disclosure, total - part);
    }
}
