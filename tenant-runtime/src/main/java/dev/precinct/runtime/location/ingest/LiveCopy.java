package dev.precinct.runtime.location.ingest;

import dev.precinct.runtime.location.DeviceUpdate;
import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.location.LiveIndex;
import dev.precinct.runtime.location.LiveStore;
import dev.precinct.runtime.location.Position;
import dev.precinct.runtime.platform.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the copy of the live view lacks. News that were pushed go at once, because their sender is told that they are kept. What was
 * polled is polled again in seconds, so it rests first and then goes part by part: copying each poll was half of the writer's work. Used by one thread.
 */
@ApplicationScoped
public class LiveCopy {
    static final Duration REST = Duration.ofSeconds(10);
    static final int MOST_AT_ONCE = 1_000;

    private final LiveIndex live;
    private final LiveStore store;
    private final Clock clock;
    private final Set<String> pushed = new LinkedHashSet<>();
    /** By MAC, the longest waiting first: since when. */
    private final Map<String, Instant> resting = new LinkedHashMap<>();

    private final Map<String, LiveDevice> gone = new HashMap<>();

    @Inject
    public LiveCopy(LiveIndex live, LiveStore store, Clock clock) {
        this.live = live;
        this.store = store;
        this.clock = clock;
    }

    void told(Collection<DeviceUpdate> updates) {
        var now = clock.instant();
        for (var update : updates) {
            gone.remove(update.mac());
            switch (update.source()) {
                case PUSH -> pushed.add(update.mac());
                case POLL -> resting.putIfAbsent(update.mac(), now);
            }
        }
    }

    void gone(Collection<LiveDevice> devices) {
        for (var device : devices) {
            pushed.remove(device.mac());
            resting.remove(device.mac());
            gone.put(device.mac(), device);
        }
    }

    /** Whether something has rested long enough. */
    boolean isDue() {
        var first = resting.values().iterator();
        return first.hasNext() && hasRested(first.next());
    }

    private boolean hasRested(Instant since) {
        return !since.isAfter(clock.instant().minus(REST));
    }

    /**
     * Copies what is due.
     *
     * @param positions that are durable since the last call, for the stream
     * @throws StorageException when the copy lacks something that it must have; the whole view is copied again then, since nobody knows what was lost
     */
    void write(Collection<Position> positions) {
        var macs = due();
        var devices = new ArrayList<LiveDevice>(macs.size());
        macs.forEach(mac -> live.device(mac).ifPresent(devices::add));
        try {
            store.save(devices, positions);
            store.remove(gone.values());
        } catch (StorageException e) {
            var now = clock.instant();
            live.all().forEach(device -> resting.put(device.mac(), now));
            throw e;
        }
        pushed.clear();
        macs.forEach(resting::remove);
        gone.clear();
    }

    private List<String> due() {
        var macs = new LinkedHashSet<>(pushed);
        for (var entry : resting.entrySet()) {
            if (macs.size() >= pushed.size() + MOST_AT_ONCE || !hasRested(entry.getValue())) {
                break;
            }
            macs.add(entry.getKey());
        }
        return List.copyOf(macs);
    }
}
