package dev.precinct.runtime.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A campus with its buildings, in CMX's order.
 *
 * @param json the campus as CMX gave it, without {@code buildingList}
 */
public record Campus(CampusId id, String name, List<Building> buildings, ObjectNode json) {
    public Campus {
        buildings = List.copyOf(buildings);
    }

    /** A copy of what CMX gave, without {@code buildingList}. */
    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
