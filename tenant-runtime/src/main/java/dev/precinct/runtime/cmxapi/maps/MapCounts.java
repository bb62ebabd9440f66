package dev.precinct.runtime.cmxapi.maps;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /maps/count}: counted from the cut tree, so that totals and lists always agree. */
public final class MapCounts {
    private MapCounts() {}

    public static ObjectNode of(MapCut cut) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode campuses = JsonNodeFactory.instance.arrayNode();
        int buildings = 0;
        int floors = 0;
        int accessPoints = 0;
        for (MapCut.CampusCut campus : cut.campuses()) {
            campuses.add(campus(campus));
            buildings += campus.buildings().size();
            for (MapCut.BuildingCut building : campus.buildings()) {
                floors += building.floors().size();
                accessPoints += building.floors().stream()
                        .mapToInt(floor -> floor.accessPoints().size())
                        .sum();
            }
        }
        node.put("totalCampuses", campuses.size())
                .put("totalBuildings", buildings)
                .put("totalFloors", floors)
                .put("totalAps", accessPoints);
        node.set("campusCounts", campuses);
        return node;
    }

    private static ObjectNode campus(MapCut.CampusCut campus) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("campusName", campus.campus().name())
                .put("totalBuildings", campus.buildings().size());
        ArrayNode buildings = node.putArray("buildingCounts");
        campus.buildings().forEach(building -> buildings.add(building(building)));
        return node;
    }

    private static ObjectNode building(MapCut.BuildingCut building) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("buildingName", building.building().name())
                .put("totalFloors", building.floors().size());
        ArrayNode floors = node.putArray("floorCounts");
        building.floors()
                .forEach(floor -> floors.addObject()
                        .put("floorName", floor.floor().name())
                        .put("apCount", floor.accessPoints().size()));
        return node;
    }
}
