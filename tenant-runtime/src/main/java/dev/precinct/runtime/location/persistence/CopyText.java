package dev.precinct.runtime.location.persistence;

import java.nio.charset.StandardCharsets;

/** Rows in the text form of COPY. */
public final class CopyText {
    private final StringBuilder text = new StringBuilder(64 * 1024);
    private boolean rowStarted;

    /** Adds a column to the row. */
    public CopyText column(Object value) {
        if (rowStarted) {
            text.append('\t');
        }
        rowStarted = true;
        var raw = value.toString();
        for (int i = 0; i < raw.length(); i++) {
            escape(raw.charAt(i));
        }
        return this;
    }

    private void escape(char c) {
        switch (c) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> text.append(c);
        }
    }

    public CopyText endRow() {
        text.append('\n');
        rowStarted = false;
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
