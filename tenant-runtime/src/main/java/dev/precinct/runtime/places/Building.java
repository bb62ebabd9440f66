package dev.precinct.runtime.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A building with its floors, in CMX's order.
 *
 * @param json the building as CMX gave it, without {@code floorList}
 */
public record Building(BuildingId id, String name, List<Floor> floors, ObjectNode json) {
    public Building {
        floors = List.copyOf(floors);
    }

    /** A copy of what CMX gave, without {@code floorList}. */
    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
