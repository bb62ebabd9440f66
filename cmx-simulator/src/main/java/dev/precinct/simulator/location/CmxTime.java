package dev.precinct.simulator.location;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as the appliance writes them: milliseconds and a zone without a colon. Keeps the text of the last minutes, since a
 * list of ten thousand devices holds thirty thousand of them.
 */
public final class CmxTime {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("Z", Locale.ROOT);
    private static final int MINUTES = 256;

    private final ZoneId zone;
    private final Minute[] minutes = new Minute[MINUTES];

    public CmxTime(ZoneId zone) {
        this.zone = zone;
    }

    private record Minute(long number, String head, String offset) {}

    public String text(long epochMillis) {
        var number = Math.floorDiv(epochMillis, 60_000L);
        var index = Math.floorMod(number, MINUTES);
        var minute = minutes[index];
        if (minute == null || minute.number() != number) {
            var time = Instant.ofEpochMilli(epochMillis).atZone(zone);
            minute = new Minute(number, MINUTE.format(time), OFFSET.format(time));
            minutes[index] = minute;
        }
        var rest = Math.floorMod(epochMillis, 60_000);
        var text = new StringBuilder(28).append(minute.head());
        digits(text, rest / 1000, 10);
        digits(text.append('.'), rest % 1000, 100);
        return text.append(minute.offset()).toString();
    }

    private static void digits(StringBuilder text, int number, int unit) {
        for (var left = unit; left > 0; left /= 10) {
            text.append((char) ('0' + number / left % 10));
        }
    }
}
