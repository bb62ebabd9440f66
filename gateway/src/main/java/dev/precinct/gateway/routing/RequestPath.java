package dev.precinct.gateway.routing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A raw path as segments, decoded one by one. What could mean another path to whoever stands behind the gateway than to it has no
 * segments at all: dot segments in any spelling, matrix parameters, a backslash, control characters, broken escapes.
 */
public final class RequestPath {
    private RequestPath() {}

    /** @param raw as it came, percent-encoded, starting with a slash, without query */
    public static Optional<List<String>> segments(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.empty();
        }
        var segments = new ArrayList<String>();
        for (var part : split(raw)) {
            if (part.indexOf(';') >= 0) {
                return Optional.empty();
            }
            var decoded = decoded(part);
            if (decoded.isEmpty() || isAmbiguous(decoded.get())) {
                return Optional.empty();
            }
            segments.add(decoded.get());
        }
        return Optional.of(segments);
    }

    static List<String> split(String path) {
        if (path.equals("/")) {
            return List.of();
        }
        var parts = new ArrayList<String>();
        int start = 1;
        for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
            parts.add(path.substring(start, slash));
            start = slash + 1;
        }
        parts.add(path.substring(start));
        return parts;
    }

    private static boolean isAmbiguous(String segment) {
        return segment.equals(".")
                || segment.equals("..")
                || segment.indexOf('\\') >= 0
                || segment.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    }

    private static Optional<String> decoded(String part) {
        if (part.indexOf('%') < 0) {
            return Optional.of(part);
        }
        byte[] bytes = new byte[part.length() * 3];
        int length = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c != '%') {
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    bytes[length++] = b;
                }
                continue;
            }
            int high = i + 2 < part.length() ? Character.digit(part.charAt(i + 1), 16) : -1;
            int low = i + 2 < part.length() ? Character.digit(part.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes[length++] = (byte) (high << 4 | low);
            i += 2;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
