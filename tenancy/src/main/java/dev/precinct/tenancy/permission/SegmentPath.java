package dev.precinct.tenancy.permission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A segment as an owner writes it: {@code Campus>Building>Floor>Zone}, from one to four names, or {@code *} for all places. It is text
 * only until map sync pins it to ids; nothing is ever decided by it.
 */
public record SegmentPath(@JsonValue String text) {
    // Before EVERYWHERE, whose making needs it.
    private static final Pattern FORM = Pattern.compile("\\*|[^>*\\s]([^>]*[^>\\s])?(>[^>\\s]([^>]*[^>\\s])?){0,3}");

    /** All places. */
    public static final SegmentPath EVERYWHERE = new SegmentPath("*");

    @JsonCreator
    public SegmentPath {
        if (text.length() > 400 || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a segment is Campus>Building>Floor>Zone, one to four names without blanks around them, or *: "
                            + text);
        }
    }

    /** The names from campus down; empty for {@link #EVERYWHERE}. */
    public List<String> names() {
        return equals(EVERYWHERE) ? List.of() : List.of(text.split(">", -1));
    }

    @Override
    public String toString() {
        return text;
    }
}
