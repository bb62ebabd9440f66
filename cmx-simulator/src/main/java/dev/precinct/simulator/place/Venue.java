package dev.precinct.simulator.place;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All floors at one moment together with the tree that the maps service answers. A rename makes a new venue. */
public record Venue(ObjectNode tree, List<Floor> floors, Map<Long, Floor> floorsById) {

    static Venue of(ObjectNode tree, List<Floor> floors) {
        return new Venue(
                tree,
                List.copyOf(floors),
                floors.stream().collect(Collectors.toUnmodifiableMap(Floor::id, Function.identity())));
    }

    public @Nullable Floor floor(long id) {
        return floorsById.get(id);
    }

    public @Nullable Floor floor(String campus, String building, String floor) {
        return floors.stream()
                .filter(each -> each.campus().name().equals(campus)
                        && each.building().name().equals(building)
                        && each.name().equals(floor))
                .findFirst()
                .orElse(null);
    }
}
