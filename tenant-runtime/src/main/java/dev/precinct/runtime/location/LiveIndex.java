package dev.precinct.runtime.location;

import dev.precinct.runtime.places.FloorId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The live view in memory. Writers change sorted maps; readers get lists that are made once after a change and then shared, so that
 * many users cost no more than one.
 */
@ApplicationScoped
public class LiveIndex implements LiveView {
    private final ReentrantLock lock = new ReentrantLock();
    private final Shelf everywhere = new Shelf();
    private final Map<FloorId, Shelf> floors = new HashMap<>();
    private final List<Consumer<LiveChange>> listeners = new CopyOnWriteArrayList<>();
    private volatile long revision;

    /** Takes news in their order and tells what they changed. */
    public LiveChange apply(Collection<DeviceUpdate> updates) {
        return change(() -> {
            var changed = new HashMap<String, LiveDevice>();
            for (var update : updates) {
                var known = everywhere.find(update.mac());
                var now = known == null ? update.device() : RecordMerge.merged(known, update);
                put(known, now);
                if (known == null || RecordMerge.differs(known, now)) {
                    changed.put(now.mac(), now);
                }
            }
            return new LiveChange(++revision, List.copyOf(changed.values()), List.of());
        });
    }

    /** Removes the devices that were last told before this instant, by our clock. */
    public LiveChange removeToldBefore(Instant instant) {
        return change(() -> {
            var gone = everywhere.sorted().stream()
                    .filter(device -> device.receivedAt().isBefore(instant))
                    .toList();
            gone.forEach(this::remove);
            return new LiveChange(gone.isEmpty() ? revision : ++revision, List.of(), gone);
        });
    }

    private LiveChange change(Supplier<LiveChange> work) {
        lock.lock();
        try {
            var change = work.get();
            if (!change.changed().isEmpty() || !change.removed().isEmpty()) {
                // in the lock, so that listeners hear changes in their order
                listeners.forEach(listener -> listener.accept(change));
            }
            return change;
        } finally {
            lock.unlock();
        }
    }

    private void put(@Nullable LiveDevice known, LiveDevice now) {
        if (known != null && !known.floorId().equals(now.floorId())) {
            remove(known);
        }
        everywhere.put(now);
        floors.computeIfAbsent(now.floorId(), absent -> new Shelf()).put(now);
    }

    private void remove(LiveDevice device) {
        everywhere.remove(device.mac());
        var floor = floors.get(device.floorId());
        if (floor != null) {
            floor.remove(device.mac());
        }
    }

    @Override
    public List<LiveDevice> onFloor(FloorId floor) {
        lock.lock();
        try {
            var shelf = floors.get(floor);
            return shelf == null ? List.of() : shelf.sorted();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Collection<LiveDevice> all() {
        lock.lock();
        try {
            return everywhere.sorted();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<LiveDevice> device(String mac) {
        lock.lock();
        try {
            return Optional.ofNullable(everywhere.find(mac.toLowerCase(Locale.ROOT)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Subscription subscribe(Consumer<LiveChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Devices by MAC, and the list of them that the last reader made. */
    private static final class Shelf {
        private final TreeMap<String, LiveDevice> byMac = new TreeMap<>();
        private @Nullable List<LiveDevice> list;

        @Nullable
        LiveDevice find(String mac) {
            return byMac.get(mac);
        }

        void put(LiveDevice device) {
            byMac.put(device.mac(), device);
            list = null;
        }

        void remove(String mac) {
            byMac.remove(mac);
            list = null;
        }

        List<LiveDevice> sorted() {
            var made = list;
            if (made == null) {
                made = List.copyOf(new ArrayList<>(byMac.values()));
                list = made;
            }
            return made;
        }
    }
}
