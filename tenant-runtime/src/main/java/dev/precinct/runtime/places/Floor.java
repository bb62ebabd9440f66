package dev.precinct.runtime.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A floor with its zones and access points.
 *
 * @param json the floor as CMX gave it, without {@code zones} and {@code accessPoints}
 */
public record Floor(
        FloorId id,
        String name,
        int number,
        Dimension dimension,
        Optional<ImageRef> image,
        List<Zone> zones,
        List<AccessPoint> accessPoints,
        ObjectNode json) {
    public Floor {
        zones = List.copyOf(zones);
        accessPoints = List.copyOf(accessPoints);
    }

    /** A copy of what CMX gave, without {@code zones} and {@code accessPoints}. */
    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** The zones that a point, in feet, lies in. */
    public List<Zone> zonesAt(double x, double y) {
        // asked for every position, and most lie in none or one: a stream costs ten times the answer
        List<Zone> found = List.of();
        for (var zone : zones) {
            if (zone.contains(x, y)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(zone);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
