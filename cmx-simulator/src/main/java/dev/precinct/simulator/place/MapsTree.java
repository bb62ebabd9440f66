package dev.precinct.simulator.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tree of {@code config/v1/maps}. Synthetic and recorded maps take the same way, so that what is served and
 * what devices walk on cannot differ.
 */
public final class MapsTree {
    private final List<Floor> floors = new ArrayList<>();
    private int lastAreaId;

    private MapsTree() {}

    public static Venue read(ObjectNode tree) {
        var reader = new MapsTree();
        for (var campus : tree.path("campuses")) {
            reader.readCampus(campus);
        }
        return Venue.of(tree, reader.floors);
    }

    /** The same venue with one floor named otherwise, in its own name and in its hierarchy; null without that floor. */
    public static @Nullable Venue renamed(Venue venue, long floorId, String name) {
        var floor = venue.floor(floorId);
        if (floor == null) {
            return null;
        }
        var tree = venue.tree().deepCopy();
        for (var campus : tree.path("campuses")) {
            for (var building : campus.path("buildingList")) {
                for (var each : building.path("floorList")) {
                    if (each instanceof ObjectNode node && node.path("aesUid").asLong() == floorId) {
                        node.put("name", name);
                        node.put(
                                "hierarchyName",
                                floor.campus().name() + ">" + floor.building().name() + ">" + name);
                    }
                }
            }
        }
        return read(tree);
    }

    private void readCampus(JsonNode campus) {
        var campusArea = ++lastAreaId;
        var campusName = placeName(campus);
        for (var building : campus.path("buildingList")) {
            var buildingArea = ++lastAreaId;
            var buildingName = placeName(building);
            for (var floor : building.path("floorList")) {
                var floorArea = ++lastAreaId;
                var areas = List.of(floorArea, buildingArea, campusArea);
                floors.add(new Floor(
                        campusName,
                        buildingName,
                        placeName(floor),
                        areas,
                        dimension(floor.path("dimension")),
                        image(floor.path("image")),
                        zones(floor.path("zones")),
                        accessPoints(floor.path("accessPoints"))));
            }
        }
    }

    private static PlaceName placeName(JsonNode place) {
        return new PlaceName(place.path("name").asText(""), place.path("aesUid").asLong());
    }

    private static Dimension dimension(JsonNode dimension) {
        return new Dimension(
                dimension.path("width").asDouble(),
                dimension.path("length").asDouble(),
                dimension.path("height").asDouble());
    }

    private static FloorImage image(JsonNode image) {
        return new FloorImage(
                image.path("imageName").asText("blank_floor.png"),
                (int) image.path("width").asDouble(),
                (int) image.path("height").asDouble());
    }

    private List<Zone> zones(JsonNode zones) {
        var result = new ArrayList<Zone>();
        for (var zone : zones) {
            result.add(new Zone(
                    ++lastAreaId, zone.path("name").asText(), new Polygon(points(zone.path("zoneCoordinate")))));
        }
        return List.copyOf(result);
    }

    private static List<AccessPoint> accessPoints(JsonNode accessPoints) {
        var result = new ArrayList<AccessPoint>();
        for (var accessPoint : accessPoints) {
            result.add(new AccessPoint(
                    accessPoint.path("name").asText(),
                    accessPoint.path("radioMacAddress").asText(),
                    point(accessPoint.path("mapCoordinates"))));
        }
        return List.copyOf(result);
    }

    private static List<Point> points(JsonNode coordinates) {
        var result = new ArrayList<Point>();
        if (coordinates instanceof ArrayNode) {
            for (var coordinate : coordinates) {
                result.add(point(coordinate));
            }
        }
        return result;
    }

    private static Point point(JsonNode coordinate) {
        return new Point(coordinate.path("x").asDouble(), coordinate.path("y").asDouble());
    }
}
