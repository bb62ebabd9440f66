package dev.precinct.runtime.cmxapi.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.location.ClientRecord;
import dev.precinct.runtime.location.Fix;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.PlacePath;
import dev.precinct.runtime.places.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of places, as far as a scope may know: names come from the present maps by the floor's id, never from CMX's
 * text alone. Made once for a scope.
 */
final class PlaceFields {
    private final Scope scope;
    private final Set<String> visibleAccessPoints = new HashSet<>();
    private final Map<FloorId, ObjectNode> templates = new ConcurrentHashMap<>();

    PlaceFields(Scope scope) {
        this.scope = scope;
        scope.places().ifPresent(tree -> tree.paths().forEach(path -> collectAccessPoints(path.floor())));
    }

    private void collectAccessPoints(Floor floor) {
        floor.accessPoints().stream()
                .filter(accessPoint -> scope.sees(floor, accessPoint))
                .forEach(accessPoint -> visibleAccessPoints.add(accessPoint.mac()));
    }

    /** True when the user may know that this access point heard the device: it stands in his places. */
    boolean seesAccessPoint(@Nullable String mac) {
        return scope.everywhere() || (mac != null && visibleAccessPoints.contains(mac));
    }

    private Optional<PlacePath> path(FloorId floor) {
        return scope.places().flatMap(tree -> tree.path(floor));
    }

    /** {@code Campus>Building>Floor[>Zone]}. */
    String hierarchy(Fix fix, ClientRecord.Told told) {
        return path(fix.floor())
                .map(path -> {
                    String zone = zone(path.floor(), fix, told);
                    return zone.isEmpty() ? path.text() : path.text() + ">" + zone;
                })
                .orElseGet(told::hierarchy);
    }

    /**
     * The zone's name. CMX's own word is taken where the user sees the whole floor and the floor has such a zone; where he sees zones
     * only, the polygon decides, and a zone that he was not granted is never named.
     */
    private String zone(Floor floor, Fix fix, ClientRecord.Told told) {
        if (scope.seesWhole(floor.id())) {
            String word = toldZone(told);
            return floor.zones().stream().anyMatch(zone -> zone.name().equals(word)) ? word : "";
        }
        return scope.zonesOf(floor).stream()
                .filter(zone -> zone.contains(fix.x(), fix.y()))
                .map(Zone::name)
                .findFirst()
                .orElse("");
    }

    private static String toldZone(ClientRecord.Told told) {
        String zones = told.zones();
        if (zones != null && !zones.isEmpty()) {
            return zones;
        }
        List<String> names = List.of(told.hierarchy().split(">", -1));
        return names.size() > 3 ? names.get(3) : "";
    }

    /** {@code mapInfo} of v1 and v2. */
    ObjectNode mapInfo(Fix fix, ClientRecord.Told told) {
        ObjectNode info = templates.computeIfAbsent(fix.floor(), this::template).deepCopy();
        info.put("mapHierarchyString", hierarchy(fix, told));
        path(fix.floor()).ifPresent(path -> {
            String zone = zone(path.floor(), fix, told);
            if (info.get("mapHierarchyDetails") instanceof ObjectNode details) {
                details.put("zones", zone);
            }
        });
        var tags = info.putArray("tagList");
        if (scope.seesWhole(fix.floor())) {
            told.tags().forEach(tags::add);
        }
        return info;
    }

    private ObjectNode template(FloorId id) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("mapHierarchyString", "");
        Optional<PlacePath> path = path(id);
        info.set(
                "mapHierarchyDetails",
                path.<JsonNode>map(PlaceFields::details).orElseGet(JsonNodeFactory.instance::nullNode));
        info.put("floorRefId", id.value());
        ObjectNode floor = path.map(found -> found.floor().json()).orElseGet(JsonNodeFactory.instance::objectNode);
        info.set("floorDimension", orNull(floor.get("dimension")));
        info.set("image", orNull(floor.get("image")));
        return info;
    }

    private static ObjectNode details(PlacePath path) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("campus", path.campus().name())
                .put("campusAesUid", path.campus().id().value())
                .put("building", path.building().name())
                .put("buildingAesUid", path.building().id().value())
                .put("floor", path.floor().name())
                .put("floorAesUid", path.floor().id().value())
                .put("zones", "");
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? JsonNodeFactory.instance.nullNode() : node;
    }
}
