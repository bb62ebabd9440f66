package dev.precinct.simulator.synthetic;

import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.place.MapsTree;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The made-up campus for tests. */
public final class Worlds {
    public static final LiveVenue VENUE =
            new LiveVenue(MapsTree.read(CampusPlan.load().mapsTree()));
    /** A Wednesday. */
    public static final long NOON = Instant.parse("2026-11-18T12:30:00Z").toEpochMilli();

    private Worlds() {}

    public static SyntheticWorld campus(int clients, long seed) {
        return world(clients, seed, Rhythm.CAMPUS);
    }

    public static SyntheticWorld world(int clients, long seed, Rhythm rhythm) {
        var population = new SyntheticWorld.Population(clients, rhythm, ZoneOffset.UTC);
        return new SyntheticWorld(new Seed(seed), VENUE, CampusPlan.load().layouts(), population);
    }

    public static List<Sighting> present(SyntheticWorld world, long at) {
        var present = new ArrayList<Sighting>();
        for (var device : world.devices()) {
            var sighting = world.latest(device, at);
            if (sighting != null) {
                present.add(sighting);
            }
        }
        return present;
    }

    public static List<Sighting> sightings(SyntheticWorld world, Device device, long from, long to) {
        var all = new ArrayList<Sighting>();
        world.sightings(device, from, to, all::add);
        return all;
    }
}
