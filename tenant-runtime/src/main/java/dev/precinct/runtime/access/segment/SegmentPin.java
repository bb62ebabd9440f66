package dev.precinct.runtime.access.segment;

import dev.precinct.tenancy.permission.SegmentPath;

/**
 * A segment's text pinned to the place that it named when it was first resolved. From then on the id decides: a renamed floor stays
 * granted, another floor that takes the old name is not.
 *
 * @param placeId id of the campus, building, floor or zone
 */
public record SegmentPin(SegmentPath path, SegmentKind kind, String placeId) {}
