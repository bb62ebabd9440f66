package dev.precinct.crd.meta;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as a spec writes them: hours, minutes and seconds in this order, for example {@code 10s}, {@code 90m} or {@code 1h30m}. */
public final class SpecDuration {
    /** The same syntax as a regular expression of CEL: at least one part. */
    public static final String SYNTAX =
            "^([0-9]{1,5}h([0-9]{1,6}m)?([0-9]{1,8}s)?|[0-9]{1,6}m([0-9]{1,8}s)?|[0-9]{1,8}s)$";

    private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");

    private SpecDuration() {}

    /** @throws IllegalArgumentException for a text that the schema would refuse */
    public static Duration parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException(
                    "a duration is hours, minutes and seconds, for example 10s or 1h30m: " + text);
        }
        return Duration.ofHours(number(parts, 1)).plusMinutes(number(parts, 2)).plusSeconds(number(parts, 3));
    }

    private static long number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
