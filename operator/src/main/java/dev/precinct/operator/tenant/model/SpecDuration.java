package dev.precinct.operator.tenant.model;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as specs have them: {@code 10s}, {@code 20m}, {@code 1h30m}, {@code 2d}. */
final class SpecDuration {
    private static final Pattern FORM = Pattern.compile("(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?");
    private static final Pattern PART = Pattern.compile("(\\d+)([dhms])");

    private SpecDuration() {}

    static Duration parsed(@Nullable String text, String fallback) {
        String wanted = text == null || text.isEmpty() ? fallback : text;
        if (!FORM.matcher(wanted).matches()) {
            throw new IllegalArgumentException("not a duration such as 10s, 20m or 1h30m: " + wanted);
        }
        var parts = PART.matcher(wanted);
        var sum = Duration.ZERO;
        while (parts.find()) {
            long number = Long.parseLong(parts.group(1));
            sum = sum.plus(
                    switch (parts.group(2)) {
                        case "d" -> Duration.ofDays(number);
                        case "h" -> Duration.ofHours(number);
                        case "m" -> Duration.ofMinutes(number);
                        default -> Duration.ofSeconds(number);
                    });
        }
        return sum;
    }
}
