package dev.precinct.runtime.cmxapi.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.disclosure.FieldMask;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.location.ClientRecord;
import dev.precinct.runtime.location.Fix;
import dev.precinct.runtime.location.HistoryRecord;
import dev.precinct.runtime.location.LinkState;
import dev.precinct.runtime.location.LiveDevice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records in CMX's shapes as one scope and one disclosure may see them. Which field is cut and why is in the room's README; whoever
 * sees everything gets every field.
 */
final class ClientJson {
    private static final double UNKNOWN = -999.0;
    private static final String FEET = "FEET";

    private final Scope scope;
    private final PlaceFields places;
    private final FieldMask mask;

    ClientJson(Scope scope, FieldMask mask) {
        this.scope = scope;
        this.places = new PlaceFields(scope);
        this.mask = mask;
    }

    /** v1 and v2. {@code statistics.currentServerTime} is that of the record: the writer puts the present one over it. */
    ObjectNode client(LiveDevice device) {
        ObjectNode node = client(device.mac(), device.fix(), device.link(), device.client());
        mask.apply(node);
        return node;
    }

    /** A record of v1 history: what the history does not keep is empty as CMX leaves it. */
    ObjectNode history(HistoryRecord past) {
        ObjectNode node = client(past.mac(), past.fix(), past.link(), past.client());
        node.putNull("areaGlobalIdList").putNull("detectingControllers");
        if (node.get("mapInfo") instanceof ObjectNode info) {
            info.putNull("tagList");
        }
        if (node.get("statistics") instanceof ObjectNode statistics) {
            statistics.putNull("maxDetectedRssi").putNull("lastLocatedTime");
        }
        node.put("bytesSent", 0).put("bytesReceived", 0);
        mask.apply(node);
        return node;
    }

    /** {@code Campus>Building>Floor[>Zone]} as the user may know it. */
    String hierarchy(LiveDevice device) {
        return places.hierarchy(device.fix(), device.client().told());
    }

    private ObjectNode client(String mac, Fix fix, LinkState link, ClientRecord client) {
        ClientRecord.Told told = client.told();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("macAddress", mac);
        node.set("mapInfo", places.mapInfo(fix, told));
        node.set("mapCoordinate", coordinate(fix));
        node.put("currentlyTracked", told.tracked());
        node.put("confidenceFactor", fix.confidenceFeet());
        node.put("locComputeType", told.computeType());
        node.set("statistics", statistics(client));
        node.put("historyLogReason", historyLogReason(told));
        node.set("geoCoordinate", geo(client));
        node.set("rawLocation", raw(fix, client));
        node.put("networkStatus", told.networkStatus());
        node.put("changedOn", client.times().changedOn().toEpochMilli());
        addresses(node, client);
        node.put("userName", client.account().userName());
        node.put("ssId", client.radio().ssid());
        Instant source = client.times().source();
        node.put("sourceTimestamp", source == null ? null : Long.toString(source.toEpochMilli()));
        node.put("band", client.radio().band());
        node.put("apMacAddress", accessPoint(client.radio().apMac()));
        node.put("dot11Status", link.name());
        node.put("manufacturer", client.radio().manufacturer());
        elsewhere(node, client);
        node.put("guestUser", client.account().guest());
        return node;
    }

    /** Fields that tell of other places: where else the device was, which controllers hear it, what it sent in the whole session. */
    private void elsewhere(ObjectNode node, ClientRecord client) {
        var areas = node.putArray("areaGlobalIdList");
        if (scope.everywhere()) {
            client.told().areaIds().forEach(areas::add);
            node.put("detectingControllers", client.radio().detectingControllers());
            node.put("bytesSent", client.traffic().sentBytes());
            node.put("bytesReceived", client.traffic().receivedBytes());
        } else {
            node.putNull("detectingControllers").put("bytesSent", 0).put("bytesReceived", 0);
        }
    }

    /** A device that comes from another floor says so for a moment: whoever does not see that floor need not know. */
    private @Nullable String historyLogReason(ClientRecord.Told told) {
        String reason = told.historyLogReason();
        return "FLOOR_CHANGE".equals(reason) && !scope.everywhere() ? null : reason;
    }

    private ObjectNode statistics(ClientRecord client) {
        ClientRecord.Times times = client.times();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("currentServerTime", CmxTime.text(times.serverTime()));
        // When the device was first located it may have been anywhere.
        node.put("firstLocatedTime", scope.everywhere() ? text(times.firstLocated()) : null);
        node.put("lastLocatedTime", text(times.lastLocated()));
        node.set("maxDetectedRssi", maxRssi(client));
        node.putNull("apList");
        return node;
    }

    /** Stays an object where there is one: programs read through it. */
    private JsonNode maxRssi(ClientRecord client) {
        return client.radio()
                .maxRssi()
                .<JsonNode>map(max -> JsonNodeFactory.instance
                        .objectNode()
                        .put("apMacAddress", accessPoint(max.apMac()))
                        .put("band", max.band())
                        .put("slot", max.slot())
                        .put("rssi", max.rssiDbm())
                        .put("antennaIndex", max.antennaIndex())
                        .put("lastHeardInSeconds", max.lastHeardSeconds()))
                .orElseGet(JsonNodeFactory.instance::nullNode);
    }

    private String accessPoint(@Nullable String mac) {
        return places.seesAccessPoint(mac) ? Objects.requireNonNullElse(mac, "") : "";
    }

    private static JsonNode geo(ClientRecord client) {
        return client.geo()
                .<JsonNode>map(geo -> JsonNodeFactory.instance
                        .objectNode()
                        .put("latitude", geo.latitude())
                        .put("longitude", geo.longitude())
                        .put("unit", "DEGREES"))
                .orElseGet(JsonNodeFactory.instance::nullNode);
    }

    /** The place before smoothing may lie outside what the user sees. */
    private ObjectNode raw(Fix fix, ClientRecord client) {
        Double x = client.raw().x();
        Double y = client.raw().y();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (x != null && y != null && scope.sees(fix.floor(), x, y)) {
            node.put("rawX", x).put("rawY", y);
        } else {
            node.put("rawX", UNKNOWN).put("rawY", UNKNOWN);
        }
        return node.put("unit", FEET);
    }

    private static ObjectNode coordinate(Fix fix) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("x", fix.x())
                .put("y", fix.y())
                .put("z", fix.z())
                .put("unit", FEET);
    }

    private static void addresses(ObjectNode node, ClientRecord client) {
        var addresses = node.putArray("ipAddress");
        client.account().ipAddresses().forEach(addresses::add);
    }

    private static @Nullable String text(@Nullable OffsetDateTime time) {
        return time == null ? null : CmxTime.text(time);
    }

    /** v3. */
    ObjectNode update(LiveDevice device) {
        ClientRecord client = device.client();
        Fix fix = device.fix();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("notificationType", "locationupdate");
        node.put("subscriptionName", "CMX_Api_Server_Notification_1");
        // CMX counts events of the whole appliance: its gaps would tell how much happens elsewhere.
        node.put("eventId", 0);
        node.put("locationMapHierarchy", places.hierarchy(fix, client.told()));
        node.set("locationCoordinate", coordinate(fix));
        node.set("geoCoordinate", geoOrUnknown(client));
        node.put("confidenceFactor", fix.confidenceFeet());
        node.put("apMacAddress", accessPoint(client.radio().apMac()));
        node.put("associated", device.associated());
        node.put("username", Objects.requireNonNullElse(client.account().userName(), ""));
        addresses(node, client);
        node.put("ssid", Objects.requireNonNullElse(client.radio().ssid(), ""));
        node.put("band", client.radio().band());
        floorIds(node, fix.floor().value());
        node.put("entity", "WIRELESS_CLIENTS");
        node.put("deviceId", device.mac());
        node.put("lastSeen", text(client.times().lastLocated()));
        node.set("rawLocation", raw(fix, client));
        node.putNull("tagVendorData").putNull("bleTagInfo");
        node.put("locComputeType", client.told().computeType());
        node.put("manufacturer", client.radio().manufacturer());
        node.set("maxDetectedRssi", maxRssi(client));
        bookkeeping(node, device);
        mask.apply(node);
        return node;
    }

    private static void floorIds(ObjectNode node, String floor) {
        try {
            node.put("floorId", Long.parseLong(floor));
        } catch (NumberFormatException notANumber) {
            node.put("floorId", floor);
        }
        node.put("floorRefId", floor);
    }

    private static JsonNode geoOrUnknown(ClientRecord client) {
        JsonNode known = geo(client);
        return known.isNull()
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put("latitude", UNKNOWN)
                        .put("longitude", UNKNOWN)
                        .put("unit", "DEGREES")
                : known;
    }

    private static void bookkeeping(ObjectNode node, LiveDevice device) {
        long changedOn = device.client().times().changedOn().toEpochMilli();
        node.put("timestamp", changedOn);
        node.put("sourceNotification", "127.0.0.1");
        node.put("sourceNotificationKey", "127.0.0.1,2");
        node.put("notificationTime", Long.toString(changedOn));
        node.put("macAddress", device.mac());
        node.putObject("statistics")
                .put("currentServerTime", CmxTime.text(device.client().times().serverTime()))
                .put("lastLocatedTime", text(device.client().times().lastLocated()));
    }
}
