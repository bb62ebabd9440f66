package dev.precinct.gateway.observability;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line, built without a tree: it is made for each request. */
final class JsonLine {
    private final StringBuilder text = new StringBuilder(320).append('{');

    JsonLine with(String name, @Nullable String value) {
        if (value != null) {
            name(name).append('"');
            JsonStringEncoder.getInstance().quoteAsString(value, text);
            text.append('"');
        }
        return this;
    }

    JsonLine with(String name, long value) {
        name(name).append(value);
        return this;
    }

    /** Milliseconds with three digits. */
    JsonLine withMillis(String name, long nanos) {
        long micros = nanos / 1_000;
        name(name).append(micros / 1_000).append('.');
        long rest = micros % 1_000;
        text.append((char) ('0' + rest / 100))
                .append((char) ('0' + rest / 10 % 10))
                .append((char) ('0' + rest % 10));
        return this;
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        return text.append('"').append(name).append("\":");
    }

    @Override
    public String toString() {
        return text.toString() + "}";
    }
}
