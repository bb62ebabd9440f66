package dev.precinct.simulator.location;

import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.device.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the appliance has written down: newest first, never more than so many records in one answer. */
public final class History {
    private static final long STEP_MILLIS = 60_000;

    private final World world;
    private final int limit;

    public History(World world, int limit) {
        this.world = world;
        this.limit = limit;
    }

    /** The newest records of one device with {@code from < at <= to}. */
    public List<Sighting> of(Device device, long from, long to) {
        return newest(List.of(device), from, to, to - from);
    }

    /** The newest records of all devices with {@code from < at <= to}. */
    public List<Sighting> ofAll(long from, long to) {
        return newest(world.devices(), from, to, STEP_MILLIS);
    }

    /** Walks back in steps, so that a day of a full campus is not computed to answer its last minutes. */
    private List<Sighting> newest(List<Device> devices, long from, long to, long step) {
        var found = new ArrayList<Sighting>();
        var end = to;
        while (end > from && found.size() < limit) {
            var begin = Math.max(from, end - Math.max(1, step));
            var part = new ArrayList<Sighting>();
            for (var device : devices) {
                world.sightings(device, begin, end, sighting -> {
                    if (sighting.reason() != null) {
                        part.add(sighting);
                    }
                });
            }
            part.sort(Comparator.comparingLong(Sighting::at).reversed());
            found.addAll(part);
            end = begin;
        }
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : List.copyOf(found);
    }
}
