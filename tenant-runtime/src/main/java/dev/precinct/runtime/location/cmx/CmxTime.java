package dev.precinct.runtime.location.cmx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** Times as CMX writes them: milliseconds, or ISO with an offset that has a colon in some releases and none in others. */
public final class CmxTime {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private CmxTime() {}

    static Optional<OffsetDateTime> text(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, ISO)).filter(time -> time.toEpochSecond() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
