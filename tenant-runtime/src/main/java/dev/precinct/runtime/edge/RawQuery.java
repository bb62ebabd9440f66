package dev.precinct.runtime.edge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request as real CMX programs send it: blanks and {@code >} may stand there raw, a broken escape is taken as text. A
 * name that comes twice has its first value.
 */
public final class RawQuery {
    private final Map<String, String> values;
    private final String text;

    private RawQuery(Map<String, String> values, String text) {
        this.values = Collections.unmodifiableMap(values);
        this.text = text;
    }

    public static RawQuery parse(@Nullable String raw) {
        var values = new LinkedHashMap<String, String>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                if (!name.isEmpty()) {
                    values.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        }
        return new RawQuery(values, raw == null ? "" : decode(raw));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** The whole of it, decoded. */
    public String text() {
        return text;
    }

    private static String decode(String raw) {
        if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
            return raw;
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        byte[] source = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            int escaped = source[i] == '%' && i + 2 < source.length ? hex(source[i + 1], source[i + 2]) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else {
                bytes.write(source[i] == '+' ? ' ' : source[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : h * 16 + l;
    }
}
