package dev.precinct.runtime.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A device as {@link TestingCmx} tells of it. */
public record CmxDevice(String mac, String floor, double x, double y, boolean associated, Instant seenAt) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");

    /** The device with this number, in the middle of the hall of floor 1. */
    public static CmxDevice number(int number, Instant seenAt) {
        return new CmxDevice(mac(number), TestingMaps.FLOOR_1, 20, 20, number % 2 == 0, seenAt);
    }

    public static String mac(int number) {
        return "02:00:00:%02x:%02x:%02x".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }

    public CmxDevice at(String otherFloor, double otherX, double otherY) {
        return new CmxDevice(mac, otherFloor, otherX, otherY, associated, seenAt);
    }

    public CmxDevice seen(Instant at) {
        return new CmxDevice(mac, floor, x, y, associated, at);
    }

    /** The record of v1 and v2; the history's has the same fields that matter. */
    public ObjectNode toJson() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("macAddress", mac);
        node.putObject("mapInfo")
                .put("mapHierarchyString", "Mall>North>Level 1")
                .put("floorRefId", floor);
        node.putObject("mapCoordinate").put("x", x).put("y", y).put("z", 0.0).put("unit", "FEET");
        node.put("currentlyTracked", true).put("confidenceFactor", 48.0);
        node.putObject("statistics")
                .put("currentServerTime", text(Instant.now()))
                .put("firstLocatedTime", text(seenAt.minusSeconds(600)))
                .put("lastLocatedTime", text(seenAt));
        node.putObject("rawLocation").put("rawX", -999.0).put("rawY", -999.0);
        node.put("changedOn", seenAt.toEpochMilli());
        node.putArray("ipAddress").add("192.0.2.10");
        node.put("ssId", "campus").put("band", "IEEE_802_11_A").put("apMacAddress", "02:aa:00:00:01:00");
        node.put("dot11Status", associated ? "ASSOCIATED" : "PROBING");
        node.put("manufacturer", "Example Corp").put("bytesSent", 1540).put("bytesReceived", 1400);
        node.put("guestUser", false).putNull("geoCoordinate").put("userName", "");
        return node;
    }

    /** A pushed notification with this device. */
    public String toPush() {
        var push = JsonNodeFactory.instance.objectNode();
        var entry = push.putArray("notifications").addObject();
        entry.put("notificationType", "locationupdate")
                .put("entity", "WIRELESS_CLIENTS")
                .put("deviceId", mac)
                .put("locationMapHierarchy", "Mall>North>Level 1")
                .put("floorRefId", floor)
                .put("floorId", Long.parseLong(floor))
                .put("confidenceFactor", 48.0)
                .put("associated", associated)
                .put("lastSeen", text(seenAt))
                .put("timestamp", seenAt.toEpochMilli());
        entry.putObject("locationCoordinate")
                .put("x", x)
                .put("y", y)
                .put("z", 0.0)
                .put("unit", "FEET");
        return push.toString();
    }

    private static String text(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.ofHours(2)));
    }
}
