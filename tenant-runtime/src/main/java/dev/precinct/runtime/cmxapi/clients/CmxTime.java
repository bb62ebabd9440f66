package dev.precinct.runtime.cmxapi.clients;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** CMX's text of a time: milliseconds, offset without colon. Always 28 characters, so that one can be written over another. */
final class CmxTime {
    static final int LENGTH = 28;
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");

    private CmxTime() {}

    static String text(OffsetDateTime time) {
        return FORMAT.format(time);
    }

    static byte[] bytes(Instant time, ZoneOffset offset) {
        return text(time.atOffset(offset)).getBytes(StandardCharsets.US_ASCII);
    }
}
