package dev.precinct.simulator.device;

import dev.precinct.simulator.place.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Another world with devices that somebody put at a point, there and nowhere else, until they are moved or taken away. */
public final class PlacedDevices implements World {
    private static final long PERIOD_MILLIS = 3_000;
    private static final double CONFIDENCE_FEET = 24;

    private final World others;
    private final int firstNumber;
    private final Map<String, Placement> placements = new ConcurrentHashMap<>();
    private int nextNumber;
    private volatile List<Device> all;

    /** Where a device stands, since when, and the zone that its hierarchy shall name, right or wrong. */
    public record Placement(
            Device device, long floorId, Point at, @Nullable String zone, long since) {}

    public PlacedDevices(World others) {
        this.others = others;
        this.firstNumber = others.devices().size();
        this.nextNumber = firstNumber;
        this.all = others.devices();
    }

    /** Puts a device somewhere, or moves the one that has this address. */
    public synchronized void place(Placement placement) {
        var mac = placement.device().macAddress();
        var before = placements.get(mac);
        var number = before == null ? nextNumber++ : before.device().number();
        var given = placement.device();
        var device = new Device(
                number,
                mac,
                given.associated(),
                given.manufacturer(),
                given.userName(),
                given.ssid(),
                given.ipAddresses(),
                given.guest());
        placements.put(
                mac, new Placement(device, placement.floorId(), placement.at(), placement.zone(), placement.since()));
        gather();
    }

    /** Takes a placed device away; false when there is none with this address. */
    public synchronized boolean remove(String macAddress) {
        var removed = placements.remove(macAddress) != null;
        gather();
        return removed;
    }

    private void gather() {
        var gathered = new ArrayList<>(others.devices());
        placements.values().forEach(placement -> gathered.add(placement.device()));
        all = List.copyOf(gathered);
    }

    @Override
    public List<Device> devices() {
        return all;
    }

    @Override
    public @Nullable Sighting latest(Device device, long at) {
        if (device.number() < firstNumber) {
            return others.latest(device, at);
        }
        var placement = placements.get(device.macAddress());
        if (placement == null || at < placement.since()) {
            return null;
        }
        return sighting(placement, placement.since() + (at - placement.since()) / PERIOD_MILLIS * PERIOD_MILLIS);
    }

    @Override
    public void sightings(Device device, long from, long to, Consumer<Sighting> each) {
        if (device.number() < firstNumber) {
            others.sightings(device, from, to, each);
            return;
        }
        var placement = placements.get(device.macAddress());
        if (placement != null) {
            var periods = Math.max(0, Math.ceilDiv(from + 1 - placement.since(), PERIOD_MILLIS));
            for (var at = placement.since() + periods * PERIOD_MILLIS; at <= to; at += PERIOD_MILLIS) {
                each.accept(sighting(placement, at));
            }
        }
    }

    private static Sighting sighting(Placement placement, long at) {
        return new Sighting(
                placement.device(),
                at,
                placement.since(),
                new Sighting.Spot(placement.floorId(), placement.at(), placement.at(), CONFIDENCE_FEET),
                placement.zone(),
                "DISTANCE_CHANGE");
    }
}
