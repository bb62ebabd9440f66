package dev.precinct.simulator.location;

import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.settings.Release;

/** The text that says where a device is. It may be stale: the polygons are the truth. */
public final class Hierarchy {
    private Hierarchy() {}

    /** The zone's name, or empty. */
    static String zone(Floor floor, Sighting sighting) {
        var zone = sighting.zone();
        if (zone != null) {
            return zone;
        }
        var index =
                floor.zoneIndexAt(sighting.reported().x(), sighting.reported().y());
        return index < 0 ? "" : floor.zones().get(index).name();
    }

    /** {@code Campus>Building>Floor[>Zone]}. */
    public static String text(Floor floor, Sighting sighting, Release release) {
        return text(floor, release.namesZones() ? zone(floor, sighting) : "", release);
    }

    static String text(Floor floor, String zone, Release release) {
        return zone.isEmpty() || !release.namesZones() ? floor.path() : floor.path() + ">" + zone;
    }

    /** Whether the text names this place or one below it: never one whose name merely begins alike. */
    public static boolean below(String place, String text) {
        return text.equals(place) || text.startsWith(place + ">");
    }
}
