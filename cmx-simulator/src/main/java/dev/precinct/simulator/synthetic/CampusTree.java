package dev.precinct.simulator.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes a campus plan in the shape of {@code config/v1/maps}, with every member that an appliance has there. */
final class CampusTree {
    private static final int PIXELS_PER_FOOT = 8;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CampusTree() {}

    static ObjectNode of(JsonNode plan) {
        var tree = JSON.objectNode().put("version", 0);
        var campuses = tree.putArray("campuses");
        campuses.add(campus("System Campus", 723413320329068544L, size(0, 0, 0)));
        var north = plan.path("campus");
        var campus = campus(north.path("name").asText(), north.path("aesUid").asLong(), dimension(north, "height"));
        campuses.add(campus);
        var buildings = (ArrayNode) campus.path("buildingList");
        for (var building : plan.path("buildings")) {
            buildings.add(building(north.path("name").asText(), building));
        }
        return tree;
    }

    private static ObjectNode campus(String name, long aesUid, ObjectNode dimension) {
        var campus = named(name, aesUid);
        campus.set("dimension", dimension);
        campus.set("image", image("blank_floor.png", 0, 0, 0));
        campus.putNull("members").putArray("buildingList");
        return campus;
    }

    private static ObjectNode building(String campus, JsonNode plan) {
        var name = plan.path("name").asText();
        var building = named(name, plan.path("aesUid").asLong()).put("hierarchyName", campus + ">" + name);
        building.set("dimension", dimension(plan, "height"));
        building.putNull("image");
        var floors = building.putArray("floorList");
        for (var floor : plan.path("floors")) {
            floors.add(floor(campus + ">" + name, floor));
        }
        return building;
    }

    private static ObjectNode floor(String parent, JsonNode plan) {
        var name = plan.path("name").asText();
        var id = plan.path("aesUid").asLong();
        var floor = named(name, id)
                .put("calibrationModelId", 723413320329068545L)
                .put("hierarchyName", parent + ">" + name)
                .put("isOutdoor", false)
                .put("floorNumber", plan.path("number").asInt());
        var width = plan.path("width").asDouble();
        var length = plan.path("length").asDouble();
        floor.set("dimension", size(width, length, 10));
        floor.set("image", image(plan.path("image").asText(), width * PIXELS_PER_FOOT, length * PIXELS_PER_FOOT, 4));
        floor.put("geoLocationCapable", "NO_GPS_MARKERS_PRESENT");
        floor.putArray("gpsMarkers");
        floor.set("zones", zones(plan));
        floor.putArray("obstacles");
        floor.set("accessPoints", accessPoints(plan, id));
        floor.putNull("exciters").putNull("referenceMarkers").putNull("filterRails");
        floor.putArray("filterRegions").add(outerRegion(width, length));
        return floor;
    }

    private static ObjectNode named(String name, long aesUid) {
        return JSON.objectNode()
                .put("aesUid", aesUid)
                .put("aesUidString", Long.toString(aesUid))
                .put("objectVersion", 0)
                .put("name", name);
    }

    private static ObjectNode dimension(JsonNode plan, String height) {
        return size(
                plan.path("width").asDouble(),
                plan.path("length").asDouble(),
                plan.path(height).asDouble());
    }

    private static ObjectNode size(double width, double length, double height) {
        return JSON.objectNode()
                .put("length", length)
                .put("width", width)
                .put("height", height)
                .put("offsetX", 0.0)
                .put("offsetY", 0.0)
                .put("unit", "FEET");
    }

    private static ObjectNode image(String name, double width, double height, int zoomLevel) {
        return JSON.objectNode()
                .put("imageName", name)
                .put("zoomLevel", zoomLevel)
                .put("width", width)
                .put("height", height)
                .put("size", Math.max(width, height))
                .put("maxResolution", zoomLevel * 2.0)
                .put("colorDepth", zoomLevel * 2);
    }

    private static ArrayNode zones(JsonNode plan) {
        var zones = JSON.arrayNode();
        for (var zone : plan.path("zones")) {
            var node = zones.addObject().put("name", zone.path("name").asText()).put("zoneType", "ZONE");
            var corners = node.putArray("zoneCoordinate");
            for (var corner : zone.path("polygon")) {
                corners.add(coordinate(corner.path(0).asDouble(), corner.path(1).asDouble(), 0));
            }
        }
        return zones;
    }

    private static ObjectNode coordinate(double x, double y, double z) {
        return JSON.objectNode().put("x", x).put("y", y).put("z", z).put("unit", "FEET");
    }

    private static ObjectNode outerRegion(double width, double length) {
        var region = JSON.objectNode().put("regionType", "OUTSIDE").put("isDefault", true);
        region.putArray("regionCoordinates")
                .add(coordinate(0, 0, 0))
                .add(coordinate(width, 0, 0))
                .add(coordinate(width, length, 0))
                .add(coordinate(0, length, 0));
        return region;
    }

    private static ArrayNode accessPoints(JsonNode plan, long floorId) {
        var all = JSON.arrayNode();
        var number = 0;
        for (var at : plan.path("accessPoints")) {
            number++;
            var imageName = plan.path("image").asText();
            var floorPart = Integer.parseInt(imageName.substring(imageName.length() - 6, imageName.length() - 4));
            var node = all.addObject()
                    .put("name", String.format(Locale.ROOT, "AP-%02d-%02d", floorPart, number))
                    .put("radioMacAddress", String.format(Locale.ROOT, "00:2b:01:%02x:%02x:00", floorPart, number))
                    .putNull("ethMacAddress")
                    .putNull("ipAddress")
                    .put("floorId", floorId)
                    .put("floorIdString", Long.toString(floorId))
                    .put("numOfSlots", 2)
                    .put("apMode", "LOCAL")
                    .put("apType", 2)
                    .put("angle", 1.57)
                    .putNull("switchName");
            node.set(
                    "mapCoordinates",
                    coordinate(at.path(0).asDouble(), at.path(1).asDouble(), 10));
            node.putNull("geoCoordinate").putNull("deviceDetails");
            node.putArray("apInterfaces")
                    .add(radio("IEEE_802_11_B", 0, 1 + 5 * (number % 3)))
                    .add(radio("IEEE_802_11_A", 1, 36 + 4 * (number % 4)));
        }
        return all;
    }

    private static ObjectNode radio(String band, int slot, int channel) {
        return JSON.objectNode()
                .put("band", band)
                .put("slotNumber", slot)
                .put("channelAssignment", 1)
                .put("channelNumber", channel)
                .put("txPowerLevel", 3)
                .put("txPowerControl", 1)
                .put("antennaPattern", slot == 0 ? "Internal-2.4GHz" : "Internal-5GHz")
                .put("antennaAngle", 1.57)
                .put("antennaElevAngle", 0.0)
                .put("antennaGain", 8)
                .put("antennaDiversity", 3)
                .put("antennaMode", 1)
                .put("antennaType", 1)
                .put("unit", "RADIAN")
                .put("dualBandSlot", false);
    }
}
