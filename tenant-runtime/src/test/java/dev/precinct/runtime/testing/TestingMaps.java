package dev.precinct.runtime.testing;

/** Two buildings whose floors have equal names, ids beyond what a double can hold, and one that is negative. */
public final class TestingMaps {
    public static final String FLOOR_1 = "9111111111111111129";
    public static final String FLOOR_2 = "-9111111111111111128";
    public static final String FLOOR_OF_SOUTH = "723413320329068590";

    private TestingMaps() {}

    public static String two() {
        return named("Level 1");
    }

    /** The same with another name for the first floor of the first building. */
    public static String named(String firstFloor) {
        return """
                {"version": 3, "campuses": [
                  {"aesUid": 1, "aesUidString": "700000000000000001", "name": "Unassigned", "buildingList": null},
                  {"aesUid": 2, "aesUidString": "700000000000000002", "name": "Mall", "members": null, "buildingList": [
                    {"aesUid": 3, "aesUidString": "700000000000000003", "name": "North", "floorList": [
                      %s,
                      {"aesUid": -9111111111111111128, "aesUidString": "-9111111111111111128", "name": "Level 2", "floorNumber": 2,
                       "dimension": {"length": 80.0, "width": 200.5, "height": 10.0, "unit": "FEET"}, "image": null,
                       "zones": null, "accessPoints": null}]},
                    {"aesUid": 4, "aesUidString": "700000000000000004", "name": "South", "floorList": [
                      {"aesUid": 723413320329068590, "aesUidString": "723413320329068590", "name": "Level 1", "floorNumber": 1,
                       "dimension": {"length": 80.0, "width": 200.5, "height": 10.0, "unit": "FEET"}, "image": null,
                       "zones": [], "accessPoints": []}]}]}]}""".formatted(firstFloor(firstFloor));
    }

    private static String firstFloor(String name) {
        return """
                {"aesUid": 9111111111111111129, "aesUidString": "9111111111111111129", "name": "%s", "floorNumber": 1,
                 "dimension": {"length": 80.0, "width": 200.5, "height": 10.0, "unit": "FEET"},
                 "image": {"imageName": "domain_0_1.png", "zoomLevel": 4, "width": 1600.0, "height": 640.0},
                 "zones": [
                   {"name": "Hall", "zoneType": "ZONE", "zoneCoordinate": [{"x": 0.0, "y": 0.0}, {"x": 50.0, "y": 0.0},
                                                      {"x": 50.0, "y": 50.0}, {"x": 0.0, "y": 50.0}]},
                   {"name": "Door", "zoneType": "ZONE", "zoneCoordinate": [{"x": 40.0, "y": 0.0}, {"x": 60.0, "y": 0.0},
                                                      {"x": 60.0, "y": 50.0}, {"x": 40.0, "y": 50.0}]}],
                 "accessPoints": [{"name": "AP-1", "radioMacAddress": "02:AA:00:00:01:00", "mapCoordinates": {"x": 43.0, "y": 20.0}}]}""".formatted(name);
    }
}
