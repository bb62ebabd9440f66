package dev.precinct.runtime.location.ingest;

import dev.precinct.runtime.location.DeviceUpdate;
import dev.precinct.runtime.location.FeedMonitor;
import dev.precinct.runtime.location.Fix;
import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.location.Position;
import dev.precinct.runtime.location.gap.GapKeeper;
import dev.precinct.runtime.places.MapRefresh;
import dev.precinct.runtime.places.Places;
import dev.precinct.runtime.places.Zone;
import dev.precinct.runtime.places.ZoneId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Positions that are not durable yet: those of this round, and those of rounds in which storage was away, up to a limit. What goes
 * over it is lost and told as a gap. Used by one thread.
 */
@ApplicationScoped
public class PositionBacklog {
    private static final int MOST = 100_000;
    private static final int MOST_REMEMBERED = 200_000;
    private static final Duration OLDEST = Duration.ofDays(40);
    private static final Duration NEWEST = Duration.ofDays(1);

    private final Places places;
    private final MapRefresh maps;
    private final FeedMonitor feed;
    private final GapKeeper gaps;
    private final Map<String, Instant> lastTaken = new HashMap<>();
    private List<Position> waiting = new ArrayList<>();
    private List<Position> lastKept = List.of();
    private @Nullable Instant lostSince;

    @Inject
    public PositionBacklog(Places places, MapRefresh maps, FeedMonitor feed, GapKeeper gaps) {
        this.places = places;
        this.maps = maps;
        this.feed = feed;
        this.gaps = gaps;
    }

    /** Takes the fixes that are new among these. */
    void add(Collection<DeviceUpdate> updates) {
        if (lastTaken.size() > MOST_REMEMBERED) {
            lastTaken.clear();
        }
        var now = feed.applianceNow();
        for (var update : updates) {
            var device = update.device();
            boolean known = device.seenAt().equals(lastTaken.put(device.mac(), device.seenAt()));
            // a clock that is wrong by months would make partitions for ever
            boolean believable = device.seenAt().isAfter(now.minus(OLDEST))
                    && device.seenAt().isBefore(now.plus(NEWEST));
            if (!known && believable) {
                waiting.add(position(device));
            }
        }
        dropOverflow();
    }

    private Position position(LiveDevice device) {
        return new Position(device.mac(), device.fix(), device.link(), device.receivedAt(), zonesOf(device.fix()));
    }

    private List<ZoneId> zonesOf(Fix fix) {
        var floor = places.current().flatMap(tree -> tree.floor(fix.floor()));
        if (floor.isEmpty()) {
            maps.soon();
            return List.of();
        }
        return floor.get().zonesAt(fix.x(), fix.y()).stream().map(Zone::id).toList();
    }

    private void dropOverflow() {
        int over = waiting.size() - MOST;
        if (over > 0) {
            var lost = waiting.subList(0, over);
            gaps.lost(lost.getFirst().fix().seenAt(), waiting.get(over).fix().seenAt());
            waiting = new ArrayList<>(waiting.subList(over, waiting.size()));
        }
    }

    List<Position> waiting() {
        return waiting;
    }

    /** They are durable now. */
    void kept() {
        if (lostSince != null && !waiting.isEmpty()) {
            gaps.lost(lostSince, waiting.getFirst().fix().seenAt());
            lostSince = null;
        }
        lastKept = waiting;
        waiting = new ArrayList<>();
    }

    /** Those of the last successful write, once. */
    List<Position> lastKept() {
        var kept = lastKept;
        lastKept = List.of();
        return kept;
    }
}
