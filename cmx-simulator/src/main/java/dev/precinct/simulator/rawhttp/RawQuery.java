package dev.precinct.simulator.rawhttp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes paths and queries apart as old programs send them: raw {@code >}, raw spaces, stray percent signs. */
public final class RawQuery {
    private RawQuery() {}

    /** Decoded names and values in their order; of a repeated name the last one counts. */
    public static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                parameters.put(decode(parts[0], true), parts.length < 2 ? "" : decode(parts[1], true));
            }
        }
        return Collections.unmodifiableMap(parameters);
    }

    /** Decoded segments without empty ones: a slash at the end changes nothing. */
    public static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (var segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(decode(segment, false));
            }
        }
        return List.copyOf(segments);
    }

    private static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
            return text;
        }
        var source = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[source.length];
        var length = 0;
        for (var index = 0; index < source.length; index++) {
            var code = source[index] == '%' && index + 2 < source.length ? hex(source, index + 1) : -1;
            if (code >= 0) {
                bytes[length++] = (byte) code;
                index += 2;
            } else {
                bytes[length++] = plusIsSpace && source[index] == '+' ? (byte) ' ' : source[index];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte[] source, int index) {
        var high = Character.digit(source[index], 16);
        var low = Character.digit(source[index + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
