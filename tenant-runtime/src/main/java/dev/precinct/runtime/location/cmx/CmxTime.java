package dev.precinct.runtime.location.cmx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** Times as CMX writes them: milliseconds, or ISO with an offset that has a colon in some releases and none in others. */
public final class CmxTime {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    /** 2024-05-02T10:15:30.120+0200, where each 0 stands for a digit, and the sign for either. */
    private static final String USUAL = "0000-00-00T00:00:00.000+0000";

    private static final int NANOS_IN_MILLISECOND = 1_000_000;

    private CmxTime() {}

    static Optional<OffsetDateTime> text(String text) {
        try {
            return Optional.of(isUsual(text) ? usual(text) : OffsetDateTime.parse(text, ISO))
                    .filter(time -> time.toEpochSecond() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char is = text.charAt(i);
            boolean fits = switch (USUAL.charAt(i)) {
                case '0' -> is >= '0' && is <= '9';
                case '+' -> is == '+' || is == '-';
                default -> is == USUAL.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** By place: a poll of ten thousand devices has thirty thousand times, and a formatter with choices was a seventh of its work. */
    private static OffsetDateTime usual(String text) {
        int sign = text.charAt(23) == '-' ? -1 : 1;
        return OffsetDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                number(text, 20, 23) * NANOS_IN_MILLISECOND,
                ZoneOffset.ofHoursMinutes(sign * number(text, 24, 26), sign * number(text, 26, 28)));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** A number of milliseconds, also one in quotes; 0 is absence. */
    static Optional<Instant> millis(String text) {
        try {
            long value = Long.parseLong(text);
            return value > 0 ? Optional.of(Instant.ofEpochMilli(value)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
