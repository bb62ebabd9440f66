package dev.precinct.runtime.occupancy;

import dev.precinct.runtime.location.Feed;
import dev.precinct.runtime.location.LinkState;
import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.location.LiveView;
import dev.precinct.runtime.location.gap.FeedLog;
import dev.precinct.runtime.occupancy.Knowledge.Extent;
import dev.precinct.runtime.occupancy.SightingCounts.Count;
import dev.precinct.runtime.places.Places;
import dev.precinct.runtime.places.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Joins what was counted with what is known, so that a gap never looks like nobody there. */
@ApplicationScoped
public class OccupancySeries implements Occupancy {
    private final SightingCache counts;
    private final FeedLog log;
    private final Feed feed;
    private final LiveView live;
    private final Places places;

    @Inject
    public OccupancySeries(SightingCache counts, FeedLog log, Feed feed, LiveView live, Places places) {
        this.counts = counts;
        this.log = log;
        this.feed = feed;
        this.live = live;
        this.places = places;
    }

    @Override
    public List<Point> series(Area area, Instant from, Instant to, Duration step) {
        if (!step.isPositive() || step.toSeconds() % BUCKET.toSeconds() != 0 || step.getNano() != 0) {
            throw new IllegalArgumentException("a step is five minutes or a multiple, not " + step);
        }
        var now = feed.applianceNow();
        var start = Buckets.floor(from, step);
        var end = to.isBefore(now) ? to : now;
        if (!start.isBefore(end)) {
            return List.of();
        }
        var lastBucketEnd = Buckets.startOf(end.minusNanos(1)).plus(BUCKET);
        var known = new Knowledge(log.coverage().from(), log.gaps(start, lastBucketEnd));
        var counted = counts.counts(area, start, lastBucketEnd);
        var points = new ArrayList<Point>();
        for (var at = start; at.isBefore(end); at = at.plus(step)) {
            var until = at.plus(step).isBefore(lastBucketEnd) ? at.plus(step) : lastBucketEnd;
            points.add(point(at, until, counted, known, now));
        }
        return points;
    }

    private static Point point(Instant at, Instant until, Map<Instant, Count> counted, Knowledge known, Instant now) {
        var most = Count.NOBODY;
        boolean gap = false;
        boolean something = false;
        for (var bucket = at; bucket.isBefore(until); bucket = bucket.plus(BUCKET)) {
            var count = counted.getOrDefault(bucket, Count.NOBODY);
            var bucketEnd = bucket.plus(BUCKET);
            // of the open bucket only what has passed can be known
            var extent = known.of(bucket, bucketEnd.isBefore(now) ? bucketEnd : now);
            gap |= extent != Extent.WHOLE;
            something |= extent == Extent.WHOLE || count.devices() > 0;
            most = count.devices() > most.devices() ? count : most;
        }
        return something
                ? new Point(at, OptionalInt.of(most.devices()), OptionalInt.of(most.probing()), gap)
                : new Point(at, OptionalInt.empty(), OptionalInt.empty(), gap);
    }

    @Override
    public Now now(Area area) {
        var now = feed.applianceNow();
        var since = now.minus(BUCKET);
        var zones = places.current().flatMap(tree -> tree.floor(area.floor())).stream()
                .flatMap(floor -> floor.zones().stream())
                .filter(zone -> area.zones().contains(zone.id()))
                .toList();
        int devices = 0;
        int probing = 0;
        for (var device : live.onFloor(area.floor())) {
            if (device.seenAt().isAfter(since) && (area.zones().isEmpty() || within(zones, device))) {
                devices++;
                probing += device.link() == LinkState.ASSOCIATED ? 0 : 1;
            }
        }
        return new Now(now, devices, probing);
    }

    private static boolean within(List<Zone> zones, LiveDevice device) {
        return zones.stream().anyMatch(zone -> zone.contains(device.x(), device.y()));
    }
}
