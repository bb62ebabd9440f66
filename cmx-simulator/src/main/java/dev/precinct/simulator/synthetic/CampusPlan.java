package dev.precinct.simulator.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.Point;
import dev.precinct.simulator.place.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The plan that comes with the program: as the maps tree of an appliance, and as rooms to walk through. */
public final class CampusPlan {
    private static final String RESOURCE = "/campus/north-campus.json";

    private final JsonNode plan;

    private CampusPlan(JsonNode plan) {
        this.plan = plan;
    }

    public static CampusPlan load() {
        try (var stream = CampusPlan.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is not in the program");
            }
            return new CampusPlan(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    public ObjectNode mapsTree() {
        return CampusTree.of(plan);
    }

    public List<Layout> layouts() {
        var layouts = new ArrayList<Layout>();
        for (var building : plan.path("buildings")) {
            for (var floor : building.path("floors")) {
                layouts.add(layout(building.path("name").asText(), floor));
            }
        }
        return List.copyOf(layouts);
    }

    /** Floors of maps of which no rooms are known. */
    public static List<Layout> openLayouts(Venue venue) {
        var levels = new HashMap<String, Integer>();
        var layouts = new ArrayList<Layout>();
        for (Floor floor : venue.floors()) {
            var level =
                    levels.merge(floor.campus().name() + ">" + floor.building().name(), 1, Integer::sum);
            layouts.add(Layout.open(floor, level));
        }
        return List.copyOf(layouts);
    }

    private static Layout layout(String building, JsonNode floor) {
        var from = floor.path("corridor").path(0).asDouble();
        var to = floor.path("corridor").path(1).asDouble();
        var rooms = new ArrayList<Room>();
        for (var room : floor.path("rooms")) {
            rooms.add(room(room, from, to));
        }
        return new Layout(
                floor.path("aesUid").asLong(),
                building,
                floor.path("number").asInt(),
                from,
                to,
                List.copyOf(rooms),
                ofKind(rooms, RoomKind.STAIRS).getFirst(),
                ofKind(rooms, RoomKind.HALL).stream().findFirst().orElse(null));
    }

    private static List<Room> ofKind(List<Room> rooms, RoomKind kind) {
        return rooms.stream().filter(room -> room.kind() == kind).toList();
    }

    private static Room room(JsonNode room, double corridorFrom, double corridorTo) {
        var x = room.path("x").asDouble();
        var y = room.path("y").asDouble();
        var width = room.path("w").asDouble();
        var door = new Point(x + width * 0.5, y < corridorFrom ? corridorFrom : corridorTo);
        return new Room(
                room.path("name").asText(),
                RoomKind.valueOf(room.path("kind").asText()),
                x,
                y,
                width,
                room.path("l").asDouble(),
                door,
                room.path("weight").asDouble());
    }
}
