package dev.precinct.runtime.occupancy;

import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.ZoneId;
import java.util.Set;

/**
 * A floor, or some zones of it together: a device in two of them counts once.
 *
 * @param zones empty for the whole floor
 */
public record Area(FloorId floor, Set<ZoneId> zones) {
    public Area {
        zones = Set.copyOf(zones);
    }

    public static Area whole(FloorId floor) {
        return new Area(floor, Set.of());
    }
}
