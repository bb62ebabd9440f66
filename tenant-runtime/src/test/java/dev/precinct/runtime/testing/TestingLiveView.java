package dev.precinct.runtime.testing;

import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.location.LiveView;
import dev.precinct.runtime.places.FloorId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A live view that a test fills. */
public final class TestingLiveView implements LiveView {
    private final TreeMap<String, LiveDevice> devices = new TreeMap<>();
    private long revision;

    public TestingLiveView put(LiveDevice... some) {
        for (LiveDevice device : some) {
            devices.put(device.mac(), device);
        }
        revision++;
        return this;
    }

    public TestingLiveView remove(String mac) {
        devices.remove(mac);
        revision++;
        return this;
    }

    @Override
    public List<LiveDevice> onFloor(FloorId floor) {
        return devices.values().stream()
                .filter(device -> device.floorId().equals(floor))
                .toList();
    }

    @Override
    public Collection<LiveDevice> all() {
        return List.copyOf(devices.values());
    }

    @Override
    public Optional<LiveDevice> device(String mac) {
        return Optional.ofNullable(devices.get(mac));
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Subscription subscribe(Consumer<LiveChange> listener) {
        return () -> {};
    }
}
