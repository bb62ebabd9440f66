package dev.precinct.runtime.location.cmx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.runtime.location.ClientRecord;
import dev.precinct.runtime.location.Fix;
import dev.precinct.runtime.location.HistoryRecord;
import dev.precinct.runtime.location.LinkState;
import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.places.FloorId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A client of v1 or v2, live or from the history, becomes ours. A record that does not say who, where or when is nothing. */
public final class ClientJson {
    private static final Pattern MAC = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");

    private ClientJson() {}

    /** A client of the live list. */
    public static Optional<LiveDevice> live(JsonNode node, Instant receivedAt) {
        var client = new Fields(node);
        var seenAt = client.at("statistics")
                .parsed("lastLocatedTime", CmxTime::text)
                .map(OffsetDateTime::toInstant)
                .or(() -> client.parsed("changedOn", CmxTime::millis));
        return seenAt.flatMap(seen -> fix(client, seen))
                .flatMap(fix -> mac(client.text("macAddress", ""))
                        .map(mac -> new LiveDevice(mac, fix, link(client), receivedAt, record(client, fix.seenAt()))));
    }

    /** A record of the history: there {@code changedOn} is the time of the fix. */
    public static Optional<HistoryRecord> past(JsonNode node) {
        var client = new Fields(node);
        return client.parsed("changedOn", CmxTime::millis)
                .flatMap(seen -> fix(client, seen))
                .flatMap(fix -> mac(client.text("macAddress", ""))
                        .map(mac -> new HistoryRecord(mac, fix, link(client), record(client, fix.seenAt()))));
    }

    static Optional<String> mac(String text) {
        return Optional.of(text.toLowerCase(Locale.ROOT))
                .filter(mac -> MAC.matcher(mac).matches());
    }

    private static Optional<Fix> fix(Fields client, Instant seenAt) {
        var map = client.at("mapInfo");
        var floor =
                map.filled("floorRefId").or(() -> map.at("mapHierarchyDetails").filled("floorAesUid"));
        return fix(floor, client.at("mapCoordinate"), client.number("confidenceFactor"), seenAt);
    }

    /** Empty without a floor or a place on it. */
    static Optional<Fix> fix(Optional<String> floor, Fields at, double confidenceFeet, Instant seenAt) {
        var x = at.known("x");
        var y = at.known("y");
        return floor.isEmpty() || x == null || y == null
                ? Optional.empty()
                : Optional.of(new Fix(
                        new FloorId(SharedTexts.of(floor.get())), x, y, at.number("z"), confidenceFeet, seenAt));
    }

    private static LinkState link(Fields client) {
        return switch (client.text("dot11Status", "").toUpperCase(Locale.ROOT)) {
            case "ASSOCIATED" -> LinkState.ASSOCIATED;
            case "PROBING" -> LinkState.PROBING;
            default -> LinkState.UNKNOWN;
        };
    }

    private static ClientRecord record(Fields client, Instant seenAt) {
        return new ClientRecord(
                told(client),
                new ClientRecord.Radio(
                        client.shared("ssId"),
                        client.shared("band", "UNKNOWN"),
                        client.shared("apMacAddress"),
                        client.shared("detectingControllers"),
                        maxRssi(client.at("statistics").at("maxDetectedRssi")),
                        client.shared("manufacturer")),
                new ClientRecord.Account(client.text("userName"), client.texts("ipAddress"), client.flag("guestUser")),
                new ClientRecord.Traffic(client.longInteger("bytesSent"), client.longInteger("bytesReceived")),
                times(client, seenAt),
                geo(client.at("geoCoordinate")),
                raw(client.at("rawLocation")));
    }

    private static ClientRecord.Told told(Fields client) {
        var map = client.at("mapInfo");
        return new ClientRecord.Told(
                map.shared("mapHierarchyString", ""),
                map.at("mapHierarchyDetails").shared("zones"),
                map.texts("tagList"),
                client.integers("areaGlobalIdList"),
                client.flag("currentlyTracked"),
                client.shared("networkStatus"),
                client.shared("historyLogReason"),
                client.shared("locComputeType"));
    }

    private static ClientRecord.Times times(Fields client, Instant seenAt) {
        var statistics = client.at("statistics");
        return new ClientRecord.Times(
                statistics.parsed("currentServerTime", CmxTime::text).orElseGet(() -> seenAt.atOffset(ZoneOffset.UTC)),
                statistics.parsed("firstLocatedTime", CmxTime::text).orElse(null),
                statistics.parsed("lastLocatedTime", CmxTime::text).orElse(null),
                client.parsed("changedOn", CmxTime::millis).orElse(seenAt),
                client.parsed("sourceTimestamp", CmxTime::millis).orElse(null));
    }

    static Optional<ClientRecord.MaxRssi> maxRssi(Fields rssi) {
        return rssi.absent()
                ? Optional.empty()
                : Optional.of(new ClientRecord.MaxRssi(
                        rssi.shared("apMacAddress", ""),
                        rssi.shared("band", "UNKNOWN"),
                        rssi.integer("slot"),
                        rssi.integer("rssi"),
                        rssi.integer("antennaIndex"),
                        rssi.integer("lastHeardInSeconds")));
    }

    static Optional<ClientRecord.GeoPosition> geo(Fields geo) {
        var latitude = geo.known("latitude");
        var longitude = geo.known("longitude");
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new ClientRecord.GeoPosition(latitude, longitude));
    }

    static ClientRecord.Raw raw(Fields raw) {
        var x = raw.known("rawX");
        var y = raw.known("rawY");
        return x == null && y == null ? ClientRecord.Raw.UNKNOWN : new ClientRecord.Raw(x, y);
    }
}
