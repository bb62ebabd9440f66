package dev.precinct.runtime.places.cmx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.places.AccessPoint;
import dev.precinct.runtime.places.Building;
import dev.precinct.runtime.places.BuildingId;
import dev.precinct.runtime.places.Campus;
import dev.precinct.runtime.places.CampusId;
import dev.precinct.runtime.places.Dimension;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.ImageRef;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Zone;
import dev.precinct.runtime.places.ZoneId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tree of {@code config/v1/maps} becomes ours. A list that is null is empty; a part without id is left out and told. */
public final class MapJson {
    private static final Logger LOG = LoggerFactory.getLogger(MapJson.class);

    private final Set<String> floorIds = new HashSet<>();

    private MapJson() {}

    /** @throws IllegalArgumentException when this is no tree of maps */
    public static PlaceTree tree(JsonNode maps, long revision, Instant syncedAt) {
        if (!maps.path("campuses").isArray()) {
            throw new IllegalArgumentException("maps without campuses");
        }
        var reading = new MapJson();
        var campuses = reading.each(maps.path("campuses"), reading::campus);
        return new PlaceTree(revision, syncedAt, maps.path("version").asLong(), campuses);
    }

    private Optional<Campus> campus(ObjectNode node) {
        return id(node).map(id -> new Campus(
                new CampusId(id),
                node.path("name").asText(),
                each(node.path("buildingList"), this::building),
                without(node, "buildingList")));
    }

    private Optional<Building> building(ObjectNode node) {
        return id(node).map(id -> new Building(
                new BuildingId(id),
                node.path("name").asText(),
                each(node.path("floorList"), this::floor),
                without(node, "floorList")));
    }

    private Optional<Floor> floor(ObjectNode node) {
        // a floor that stands in two places could not be told apart afterwards
        return id(node).filter(floorIds::add).map(id -> {
            var floor = new FloorId(id);
            return new Floor(
                    floor,
                    node.path("name").asText(),
                    node.path("floorNumber").asInt(),
                    dimension(node.path("dimension")),
                    image(node.path("image")),
                    zones(floor, node.path("zones")),
                    each(node.path("accessPoints"), MapJson::accessPoint),
                    without(node, "zones", "accessPoints"));
        });
    }

    private List<Zone> zones(FloorId floor, JsonNode nodes) {
        var seen = new HashMap<String, Integer>();
        return each(nodes, node -> {
            var name = node.path("name").asText();
            int ordinal = seen.merge(name, 1, Integer::sum) - 1;
            return Polygons.of(node.path("zoneCoordinate"))
                    .map(polygon -> new Zone(ZoneId.of(floor, name, ordinal), name, polygon, node.deepCopy()));
        });
    }

    private static Optional<AccessPoint> accessPoint(ObjectNode node) {
        var at = node.path("mapCoordinates");
        return Optional.of(new AccessPoint(
                node.path("name").asText(),
                node.path("radioMacAddress").asText("").toLowerCase(Locale.ROOT),
                at.path("x").asDouble(),
                at.path("y").asDouble(),
                node.deepCopy()));
    }

    private static Dimension dimension(JsonNode node) {
        return new Dimension(
                node.path("width").asDouble(),
                node.path("length").asDouble(),
                node.path("height").asDouble());
    }

    private static Optional<ImageRef> image(JsonNode node) {
        var name = node.path("imageName").asText("");
        return name.isBlank()
                ? Optional.empty()
                : Optional.of(new ImageRef(
                        name, node.path("width").asDouble(), node.path("height").asDouble()));
    }

    private static Optional<String> id(ObjectNode node) {
        var text = node.path("aesUidString").asText("");
        var id = text.isBlank() ? node.path("aesUid").asText("") : text;
        if (id.isBlank()) {
            LOG.warn("maps: left out {} without id", node.path("name").asText());
        }
        return Optional.of(id).filter(found -> !found.isBlank());
    }

    private static ObjectNode without(ObjectNode node, String... children) {
        var copy = node.objectNode();
        copy.setAll(node);
        copy.remove(List.of(children));
        return copy;
    }

    private <T> List<T> each(JsonNode list, Function<ObjectNode, Optional<T>> mapper) {
        var found = new ArrayList<T>();
        for (var node : list) {
            if (node instanceof ObjectNode object) {
                mapper.apply(object).ifPresent(found::add);
            }
        }
        return found;
    }
}
