package dev.precinct.runtime.access.segment;

/** How much a segment takes in. */
public enum SegmentKind {
    EVERYWHERE,
    CAMPUS,
    BUILDING,
    FLOOR,
    ZONE;

    /** The kind that a path of so many names means, whether it can be resolved or not. */
    static SegmentKind ofDepth(int names) {
        return values()[names];
    }
}
