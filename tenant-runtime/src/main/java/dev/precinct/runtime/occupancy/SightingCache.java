package dev.precinct.runtime.occupancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precinct.runtime.places.FloorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Remembers counts, so that the day of a full floor is counted once and then only its open five minutes. Late sightings forget the
 * bucket that they fall into.
 */
@ApplicationScoped
public class SightingCache implements WrittenSightings {
    private static final int MOST_BUCKETS = 20_000;

    private final SightingCounts counts;
    private final Cache<Key, Map<Area, SightingCounts.Count>> known =
            Caffeine.newBuilder().maximumSize(MOST_BUCKETS).build();
    private final AtomicLong changes = new AtomicLong();

    private record Key(FloorId floor, Instant bucket) {}

    @Inject
    public SightingCache(SightingCounts counts) {
        this.counts = counts;
    }

    /** One count for each bucket from {@code from} to before {@code to}; nobody is a count too. */
    Map<Instant, SightingCounts.Count> counts(Area area, Instant from, Instant to) {
        var found = new HashMap<Instant, SightingCounts.Count>();
        Instant firstMissing = null;
        for (var bucket = from; bucket.isBefore(to); bucket = bucket.plus(Occupancy.BUCKET)) {
            var count = find(area, bucket);
            if (count != null) {
                found.put(bucket, count);
            } else if (firstMissing == null) {
                firstMissing = bucket;
            }
        }
        if (firstMissing != null) {
            count(area, firstMissing, to, found);
        }
        return found;
    }

    private void count(Area area, Instant from, Instant to, Map<Instant, SightingCounts.Count> found) {
        long before = changes.get();
        var counted = counts.counts(area, from, to);
        for (var bucket = from; bucket.isBefore(to); bucket = bucket.plus(Occupancy.BUCKET)) {
            var count = counted.getOrDefault(bucket, SightingCounts.Count.NOBODY);
            found.put(bucket, count);
            known.asMap()
                    .computeIfAbsent(new Key(area.floor(), bucket), absent -> new ConcurrentHashMap<>())
                    .put(area, count);
        }
        if (changes.get() != before) {
            // something was written while we counted: what we remembered may be old
            for (var bucket = from; bucket.isBefore(to); bucket = bucket.plus(Occupancy.BUCKET)) {
                known.invalidate(new Key(area.floor(), bucket));
            }
        }
    }

    private SightingCounts.@Nullable Count find(Area area, Instant bucket) {
        var counts = known.getIfPresent(new Key(area.floor(), bucket));
        return counts == null ? null : counts.get(area);
    }

    @Override
    public void written(FloorId floor, Instant bucket) {
        changes.incrementAndGet();
        known.invalidate(new Key(floor, bucket));
    }
}
