package dev.precinct.runtime.access;

import dev.precinct.tenancy.permission.SegmentPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is given to a user or to all members of a group: a role, places, and which fields of a device.
 *
 * @param role absent: no actions
 * @param disclosure absent: decided by the groups, or everything
 */
public record Grant(
        @Nullable String role,
        List<SegmentPath> segments,
        @Nullable String disclosure) {
    public static final Grant NOTHING = new Grant(null, List.of(), null);

    public Grant {
        segments = List.copyOf(segments);
    }
}
