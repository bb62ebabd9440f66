package dev.precinct.simulator.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.place.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns the records of a folder into one track for each device. */
final class RecordedTracks {
    private RecordedTracks() {}

    /** One recorded fix; {@code at} is the recorder's time in epoch milliseconds. */
    record Fix(long at, long floorId, Point place, double confidenceFeet, String reason) {}

    /**
     * All fixes of one device, oldest first.
     *
     * @param resting true where only one fix is known: the device is taken to stay there and to be seen on
     */
    record Track(Device device, List<Fix> fixes, boolean resting) {}

    static List<Track> of(RecordingFolder folder) {
        var devices = new LinkedHashMap<String, JsonNode>();
        // Later ones do not replace: the live record says more about a device than its history.
        folder.clients().forEach(record -> devices.putIfAbsent(mac(record), record));
        folder.histories().forEach(record -> devices.putIfAbsent(mac(record), record));
        Map<String, List<Fix>> fixes = new LinkedHashMap<>();
        folder.histories()
                .forEach(record -> fixes.computeIfAbsent(mac(record), mac -> new ArrayList<>())
                        .add(fix(record)));
        var tracks = new ArrayList<Track>();
        devices.forEach((mac, record) -> {
            var own = fixes.getOrDefault(mac, List.of(fix(record))).stream()
                    .sorted(Comparator.comparingLong(Fix::at))
                    .toList();
            tracks.add(new Track(device(tracks.size(), record), own, own.size() == 1));
        });
        return tracks;
    }

    static long floorId(JsonNode record) {
        var id = record.path("mapInfo").path("floorRefId").asText("");
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String mac(JsonNode record) {
        return record.path("macAddress").asText().toLowerCase(Locale.ROOT);
    }

    private static Fix fix(JsonNode record) {
        var coordinate = record.path("mapCoordinate");
        return new Fix(
                record.path("changedOn").asLong(),
                floorId(record),
                new Point(coordinate.path("x").asDouble(), coordinate.path("y").asDouble()),
                record.path("confidenceFactor").asDouble(),
                record.path("historyLogReason").asText("DISTANCE_CHANGE"));
    }

    private static Device device(int number, JsonNode record) {
        var addresses = new ArrayList<String>();
        record.path("ipAddress").forEach(address -> addresses.add(address.asText()));
        var maker = record.path("manufacturer");
        return new Device(
                number,
                mac(record),
                record.path("dot11Status").asText().equals("ASSOCIATED"),
                maker.isTextual() ? maker.asText() : null,
                text(record, "userName"),
                text(record, "ssId"),
                List.copyOf(addresses),
                record.path("guestUser").asBoolean());
    }

    private static String text(JsonNode record, String name) {
        return record.hasNonNull(name) ? record.path(name).asText() : "";
    }
}
