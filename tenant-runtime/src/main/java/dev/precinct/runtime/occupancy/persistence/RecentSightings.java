package dev.precinct.runtime.occupancy.persistence;

import dev.precinct.runtime.occupancy.persistence.PostgresSightings.Sighting;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sightings that are written already, of the buckets that were written to last: a device that stays is written once in five
 * minutes, not with each of its positions.
 */
final class RecentSightings {
    private static final int BUCKETS = 4;

    private final LinkedHashMap<Instant, Map<Sighting, Boolean>> byBucket = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Instant, Map<Sighting, Boolean>> eldest) {
            return size() > BUCKETS;
        }
    };

    /** Whether writing this would change nothing. */
    synchronized boolean knows(Sighting sighting, boolean associated) {
        var bucket = byBucket.get(sighting.bucket());
        var known = bucket == null ? null : bucket.get(sighting);
        return known != null && (known || !associated);
    }

    /** They are committed. */
    synchronized void written(Map<Sighting, Boolean> sightings) {
        sightings.forEach(
                (sighting, associated) -> byBucket.computeIfAbsent(sighting.bucket(), absent -> new HashMap<>())
                        .merge(sighting, associated, Boolean::logicalOr));
    }
}
