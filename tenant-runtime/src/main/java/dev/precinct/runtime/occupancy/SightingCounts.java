package dev.precinct.runtime.occupancy;

import java.time.Instant;
import java.util.Map;

/** Counts unique devices by five minutes. */
@FunctionalInterface
public interface SightingCounts {

    /** The buckets in which somebody was there, by their start; from is inclusive, to exclusive. */
    Map<Instant, Count> counts(Area area, Instant from, Instant to);

    /** @param devices all of them, the probing ones included */
    record Count(int devices, int probing) {
        static final Count NOBODY = new Count(0, 0);
    }
}
