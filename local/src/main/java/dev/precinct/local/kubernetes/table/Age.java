package dev.precinct.local.kubernetes.table;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How long ago something was, as short as the command line of Kubernetes says it: the further back, the coarser. */
final class Age {
    private static final int TWO_MINUTES = 120;
    private static final long DAYS_A_YEAR = 365;

    private Age() {}

    /** @param moment in ISO form; anything else is {@code <unknown>} */
    static String of(String moment, Instant now) {
        try {
            return inWords(Duration.between(Instant.parse(moment), now));
        } catch (DateTimeParseException e) {
            return "<unknown>";
        }
    }

    static String inWords(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        long minutes = seconds / 60;
        long hours = minutes / 60;
        long days = hours / 24;
        if (seconds < TWO_MINUTES) {
            return seconds + "s";
        }
        if (hours < 3) {
            return minutes < 10 ? two(minutes, "m", seconds % 60, "s") : minutes + "m";
        }
        if (days < 2) {
            return hours < 8 ? two(hours, "h", minutes % 60, "m") : hours + "h";
        }
        if (days < 2 * DAYS_A_YEAR) {
            return days < 8 ? two(days, "d", hours % 24, "h") : days + "d";
        }
        long years = days / DAYS_A_YEAR;
        return years < 8 ? two(years, "y", days % DAYS_A_YEAR, "d") : years + "y";
    }

    private static String two(long large, String unit, long small, String smallUnit) {
        return large + unit + (small == 0 ? "" : small + smallUnit);
    }
}
