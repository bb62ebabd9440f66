package dev.precinct.runtime.access.segment;

import dev.precinct.tenancy.permission.SegmentPath;
import java.util.Collection;
import java.util.Map;

/** Keeps pins. Adapter: {@code access.persistence}. */
public interface PinStore {
    Map<SegmentPath, SegmentPin> read();

    /**
     * Adds and removes as one. A pin that another replica made meanwhile is kept.
     *
     * @return all pins after it
     */
    Map<SegmentPath, SegmentPin> change(Collection<SegmentPin> added, Collection<SegmentPin> removed);
}
