package dev.precinct.simulator.maps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.Venue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Parts and counts of one venue's tree. */
public final class MapsView {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Venue venue;

    public MapsView(Venue venue) {
        this.venue = venue;
    }

    /** The node at campus[/building[/floor]], or null. */
    public @Nullable JsonNode node(List<String> names) {
        JsonNode node = venue.tree();
        var lists = List.of("campuses", "buildingList", "floorList");
        if (names.isEmpty() || names.size() > lists.size()) {
            return null;
        }
        for (var depth = 0; depth < names.size(); depth++) {
            node = named(node.path(lists.get(depth)), names.get(depth));
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static @Nullable JsonNode named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Totals agree with the lengths of the lists: a client loops by them. */
    public ObjectNode counts() {
        var counts = JSON.objectNode();
        var campuses = JSON.arrayNode();
        var buildings = 0;
        var floors = 0;
        var accessPoints = 0;
        for (var campus : venue.tree().path("campuses")) {
            var buildingCounts = JSON.arrayNode();
            for (var building : campus.path("buildingList")) {
                var floorCounts = floorCounts(building);
                buildingCounts
                        .addObject()
                        .put("buildingName", building.path("name").asText())
                        .put("totalFloors", floorCounts.size())
                        .set("floorCounts", floorCounts);
                floors += floorCounts.size();
                for (var floor : floorCounts) {
                    accessPoints += floor.path("apCount").asInt();
                }
            }
            buildings += buildingCounts.size();
            campuses.addObject()
                    .put("campusName", campus.path("name").asText())
                    .put("totalBuildings", buildingCounts.size())
                    .set("buildingCounts", buildingCounts);
        }
        counts.put("totalCampuses", campuses.size())
                .put("totalBuildings", buildings)
                .put("totalFloors", floors)
                .put("totalAps", accessPoints)
                .set("campusCounts", campuses);
        return counts;
    }

    private static ArrayNode floorCounts(JsonNode building) {
        var counts = JSON.arrayNode();
        for (var floor : building.path("floorList")) {
            counts.addObject()
                    .put("floorName", floor.path("name").asText())
                    .put("apCount", floor.path("accessPoints").size());
        }
        return counts;
    }

    /** The access points of all floors as one flat list. */
    public ArrayNode accessPoints() {
        var all = JSON.arrayNode();
        for (var campus : venue.tree().path("campuses")) {
            for (var building : campus.path("buildingList")) {
                for (var floor : building.path("floorList")) {
                    floor.path("accessPoints").forEach(all::add);
                }
            }
        }
        return all;
    }

    /** Names of all buildings, or those with one name. */
    public ArrayNode buildings(@Nullable String name) {
        var names = JSON.arrayNode();
        for (var campus : venue.tree().path("campuses")) {
            for (var building : campus.path("buildingList")) {
                var each = building.path("name").asText();
                if (name == null || name.equals(each)) {
                    names.add(each);
                }
            }
        }
        return names;
    }

    /** {@code Campus>Building>Floor} of all floors, or of those with one name. */
    public ArrayNode floors(@Nullable String name) {
        var paths = JSON.arrayNode();
        venue.floors().stream()
                .filter(floor -> name == null || name.equals(floor.name()))
                .map(Floor::path)
                .forEach(paths::add);
        return paths;
    }

    /** Every zone with its id and its ancestors: the only place that tells zone ids. */
    public ObjectNode zoneLevels() {
        var levels = JSON.objectNode();
        var zones = levels.putArray("userLevels")
                .addObject()
                .put("originalName", "Zone")
                .putArray("children");
        for (var floor : venue.floors()) {
            for (var zone : floor.zones()) {
                zones.addObject()
                        .put("id", zone.areaId())
                        .put("name", zone.name())
                        .putArray("ancestors")
                        .add(floor.campus().name())
                        .add(floor.building().name())
                        .add(floor.name());
            }
        }
        return levels;
    }

    /** Names of all pictures that floors use. */
    public List<String> imageNames() {
        return venue.floors().stream().map(floor -> floor.image().name()).collect(Collectors.toList());
    }
}
