package dev.precinct.runtime.places.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.cmx.CmxJson;
import dev.precinct.runtime.places.Building;
import dev.precinct.runtime.places.Campus;
import dev.precinct.runtime.places.Floor;
import java.util.List;

/** Places to rows, and rows to the maps that CMX gave. */
final class PlaceEntities {
    private static final ObjectMapper JSON = CmxJson.mapper();

    private PlaceEntities() {}

    static CampusEntity of(Campus campus, int position) {
        var entity = new CampusEntity(
                campus.id().value(), campus.name(), position, campus.json().toString());
        campus.buildings().forEach(building -> add(entity, building));
        return entity;
    }

    private static void add(CampusEntity campus, Building building) {
        var entity = new BuildingEntity(
                campus, building.id().value(), building.name(), building.json().toString());
        building.floors().forEach(floor -> add(entity, floor));
    }

    private static void add(BuildingEntity building, Floor floor) {
        var entity = new FloorEntity(
                building, floor.id().value(), floor.name(), floor.json().toString());
        floor.zones()
                .forEach(zone -> new ZoneEntity(
                        entity, zone.id().value(), zone.name(), zone.json().toString()));
        floor.accessPoints()
                .forEach(point -> new AccessPointEntity(
                        entity, point.name(), point.mac(), point.json().toString()));
    }

    static ObjectNode maps(long cmxVersion, List<CampusEntity> campuses) {
        var maps = JSON.createObjectNode().put("version", cmxVersion);
        var list = maps.putArray("campuses");
        for (var campus : campuses) {
            var node = read(campus.json());
            var buildings = node.putArray("buildingList");
            campus.buildings().forEach(building -> addTo(buildings, building));
            list.add(node);
        }
        return maps;
    }

    private static void addTo(ArrayNode buildings, BuildingEntity building) {
        var node = read(building.json());
        var floors = node.putArray("floorList");
        building.floors().forEach(floor -> addTo(floors, floor));
        buildings.add(node);
    }

    private static void addTo(ArrayNode floors, FloorEntity floor) {
        var node = read(floor.json());
        var zones = node.putArray("zones");
        floor.zones().forEach(zone -> zones.add(read(zone.json())));
        var points = node.putArray("accessPoints");
        floor.accessPoints().forEach(point -> points.add(read(point.json())));
        floors.add(node);
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the places holds no JSON", e);
        }
    }
}
