package dev.precinct.runtime.access;

import dev.precinct.tenancy.permission.Disclosure;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.List;
import java.util.SortedSet;

/**
 * What one user may do and see, his own grant and those of his groups joined.
 *
 * @param segments as written; what they mean is decided by their pins
 */
public record Rights(String user, SortedSet<String> actions, List<SegmentPath> segments, Disclosure disclosure) {
    public Rights {
        segments = List.copyOf(segments);
    }
}
