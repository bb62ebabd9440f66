package dev.precinct.runtime.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.location.cmx.ClientJson;
import java.time.Instant;

/** A record with every field that CMX has, on floor 1 of the north building; a test changes what it is about. */
public final class CmxRecords {
    public static final String AP_OF_NORTH_1 = "02:aa:00:00:01:00";

    private CmxRecords() {}

    public static ObjectNode full(String mac) {
        return (ObjectNode) TestingPlaces.json("""
                {"macAddress": "%s",
                 "mapInfo": {"mapHierarchyString": "Mall>North>Level 1>Hall",
                   "mapHierarchyDetails": {"campus": "Mall", "campusAesUid": "700000000000000002", "building": "North",
                     "buildingAesUid": "700000000000000003", "floor": "Level 1", "floorAesUid": "9111111111111111129", "zones": "Hall"},
                   "floorRefId": "9111111111111111129",
                   "floorDimension": {"length": 80.0, "width": 200.5, "height": 10.0, "unit": "FEET"},
                   "image": {"imageName": "domain_0_1.png", "zoomLevel": 4, "width": 1600.0, "height": 640.0},
                   "tagList": ["Entrance"]},
                 "mapCoordinate": {"x": 20.5, "y": 12.25, "z": 0.0, "unit": "FEET"},
                 "currentlyTracked": true, "confidenceFactor": 48.0, "locComputeType": "RSSI",
                 "statistics": {"currentServerTime": "2026-05-02T10:15:30.120+0200",
                   "firstLocatedTime": "2026-05-02T08:01:00.000+0200", "lastLocatedTime": "2026-05-02T10:15:28.450+0200",
                   "maxDetectedRssi": {"apMacAddress": "02:aa:00:00:01:00", "band": "IEEE_802_11_A", "slot": 1, "rssi": -57,
                     "antennaIndex": 0, "lastHeardInSeconds": 2},
                   "apList": null},
                 "historyLogReason": "FLOOR_CHANGE", "geoCoordinate": null,
                 "rawLocation": {"rawX": 70.0, "rawY": 12.0, "unit": "FEET"},
                 "networkStatus": "ACTIVE", "changedOn": 1777709728450, "ipAddress": ["192.0.2.10", "fe80:0000:0000:0000:0000:00ff:fe00:0001"],
                 "userName": "ana.real", "ssId": "campus", "sourceTimestamp": null, "band": "IEEE_802_11_A",
                 "apMacAddress": "02:aa:00:00:01:00", "dot11Status": "ASSOCIATED", "manufacturer": "Example Corp",
                 "areaGlobalIdList": [3, 2, 1, 43], "detectingControllers": "198.51.100.9", "bytesSent": 1540,
                 "bytesReceived": 1400, "guestUser": false}""".formatted(mac));
    }

    public static LiveDevice live(ObjectNode record) {
        return ClientJson.live(record, Instant.parse("2026-05-02T08:15:31Z")).orElseThrow();
    }

    /** A device of this number at a place. */
    public static LiveDevice at(int number, String floor, double x, double y) {
        ObjectNode record = full(CmxDevice.mac(number));
        ((ObjectNode) record.get("mapInfo")).put("floorRefId", floor);
        ((ObjectNode) record.get("mapCoordinate")).put("x", x).put("y", y);
        record.put("dot11Status", number % 2 == 0 ? "ASSOCIATED" : "PROBING");
        record.put("userName", "user" + number);
        return live(record);
    }
}
