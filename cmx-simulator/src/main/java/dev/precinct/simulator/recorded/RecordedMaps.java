package dev.precinct.simulator.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.simulator.place.MapsTree;
import java.util.LinkedHashMap;
import java.util.Map;

/** The maps of a folder; floors that only its records know are added from what the records say about them. */
public final class RecordedMaps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long FIRST_MADE_UP_ID = 723413320329070000L;

    private RecordedMaps() {}

    public static ObjectNode tree(RecordingFolder folder) {
        var recorded = folder.maps();
        var tree = recorded == null ? JSON.objectNode().put("version", 0) : recorded.deepCopy();
        var known = MapsTree.read(tree);
        var missing = new LinkedHashMap<Long, JsonNode>();
        // Live records name the hierarchy, the history often does not: the first record of a floor describes it.
        folder.clients().forEach(record -> remember(record, missing));
        folder.histories().forEach(record -> remember(record, missing));
        missing.keySet().removeIf(id -> known.floor(id) != null);
        if (!missing.isEmpty()) {
            add(tree, missing);
        }
        if (MapsTree.read(tree).floors().isEmpty()) {
            throw new RecordingException(folder.path() + " tells of no floor");
        }
        return tree;
    }

    private static void remember(JsonNode record, Map<Long, JsonNode> floors) {
        var id = RecordedTracks.floorId(record);
        if (id != 0) {
            floors.putIfAbsent(id, record.path("mapInfo"));
        }
    }

    private static void add(ObjectNode tree, Map<Long, JsonNode> missing) {
        var campuses = tree.withArray("campuses");
        var number = 0;
        for (var each : missing.entrySet()) {
            number++;
            var names = each.getValue().path("mapHierarchyString").asText("").split(">");
            var complete = names.length >= 3;
            var campus = child(campuses, complete ? names[0] : "Recorded Campus", FIRST_MADE_UP_ID + number * 10L);
            var building = child(
                    campus.withArray("buildingList"),
                    complete ? names[1] : "Recorded Building",
                    FIRST_MADE_UP_ID + number * 10L + 1);
            var parent =
                    campus.path("name").asText() + ">" + building.path("name").asText();
            building.put("hierarchyName", parent);
            building.set("dimension", each.getValue().path("floorDimension"));
            var floor = child(building.withArray("floorList"), complete ? names[2] : "Floor " + number, each.getKey());
            floor.put("hierarchyName", parent + ">" + floor.path("name").asText());
            floor.put("floorNumber", number);
            floor.set("dimension", each.getValue().path("floorDimension"));
            floor.set("image", each.getValue().path("image"));
            floor.putArray("zones");
            floor.putArray("accessPoints");
        }
    }

    private static ObjectNode child(ArrayNode list, String name, long id) {
        for (var each : list) {
            if (each instanceof ObjectNode node && node.path("name").asText().equals(name)) {
                return node;
            }
        }
        return list.addObject()
                .put("aesUid", id)
                .put("aesUidString", Long.toString(id))
                .put("objectVersion", 0)
                .put("name", name);
    }
}
