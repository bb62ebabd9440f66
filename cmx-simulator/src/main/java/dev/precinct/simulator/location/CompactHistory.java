package dev.precinct.simulator.location;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.Venue;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history in short keys, every value a text. */
public final class CompactHistory {
    private CompactHistory() {}

    public static void write(
            JsonGenerator json, Venue venue, @Nullable String macAddress, String date, List<Sighting> records)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("Macaddress", macAddress);
        json.writeStringField("Date", date);
        json.writeNumberField("Count", records.size());
        json.writeArrayFieldStart("Data");
        for (var record : records) {
            write(json, venue, record);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Venue venue, Sighting record) throws IOException {
        var device = record.device();
        var floor = venue.floor(record.floorId());
        json.writeStartObject();
        json.writeStringField("x", Double.toString(record.reported().x()));
        json.writeStringField("y", Double.toString(record.reported().y()));
        json.writeStringField("flr", Long.toString(record.floorId()));
        json.writeStringField("chgOn", Long.toString(record.at()));
        json.writeStringField("s", device.associated() ? "1" : "0");
        json.writeStringField("ssid", device.ssid());
        json.writeStringField(
                "ap", floor == null ? "" : Radio.loudest(venue, floor, record).radioMacAddress());
        json.writeStringField("un", device.userName());
        json.writeStringField(
                "ip", device.ipAddresses().isEmpty() ? "" : device.ipAddresses().getFirst());
        json.writeStringField("lat", "-999.0");
        json.writeStringField("long", "-999.0");
        json.writeEndObject();
    }
}
