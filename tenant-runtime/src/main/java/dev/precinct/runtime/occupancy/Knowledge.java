package dev.precinct.runtime.occupancy;

import dev.precinct.runtime.location.gap.FeedLog.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which times are known.
 *
 * @param from nothing is known before; empty when nothing is at all
 */
record Knowledge(Optional<Instant> from, List<Gap> gaps) {
    Knowledge {
        gaps = List.copyOf(gaps);
    }

    enum Extent {
        WHOLE,
        PARTLY,
        NOTHING
    }

    /** How much of a time is known. */
    Extent of(Instant start, Instant end) {
        if (from.isEmpty() || !from.get().isBefore(end)) {
            return Extent.NOTHING;
        }
        boolean touched = from.get().isAfter(start);
        for (var gap : gaps) {
            var until = gap.to().orElse(Instant.MAX);
            if (!gap.from().isAfter(start) && !until.isBefore(end)) {
                return Extent.NOTHING;
            }
            touched |= gap.from().isBefore(end) && until.isAfter(start);
        }
        return touched ? Extent.PARTLY : Extent.WHOLE;
    }
}
