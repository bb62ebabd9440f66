package dev.precinct.simulator.location;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.Venue;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import java.io.IOException;
import java.math.BigDecimal;

/** The flat record of pushes, which v3 keeps and answers again. */
public final class UpdateJson {
    private static final String API_SERVER_SUBSCRIPTION = "CMX_Api_Server_Notification_1";
    private static final long FORWARDED_AFTER_MILLIS = 5;
    private static final double UNKNOWN = -999.0;

    private final Behaviour behaviour;

    public UpdateJson(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** A record of v3: the push and the bookkeeping of the server that keeps it. */
    public void writeKept(JsonGenerator json, Sighting sighting, ClientJson.Answer answer) throws IOException {
        var floor = answer.venue().floor(sighting.floorId());
        if (floor == null) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("notificationType", "locationupdate");
        json.writeStringField("subscriptionName", API_SERVER_SUBSCRIPTION);
        json.writeNumberField("eventId", sighting.at() / 100 + sighting.device().number());
        writePlace(json, sighting, floor, answer);
        writeDetails(json, sighting, floor, answer);
        json.writeStringField("sourceNotification", "127.0.0.1");
        json.writeStringField("sourceNotificationKey", "127.0.0.1,2");
        json.writeStringField("notificationTime", Long.toString(sighting.at() + FORWARDED_AFTER_MILLIS));
        json.writeStringField("macAddress", sighting.device().macAddress());
        if (behaviour.release().enrichesVersion3()) {
            json.writeObjectFieldStart("statistics");
            json.writeStringField("currentServerTime", answer.time().text(answer.now()));
            json.writeStringField("lastLocatedTime", answer.time().text(sighting.at()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Where and who: the members that every kind of push has which tells a place. */
    public void writePlace(JsonGenerator json, Sighting sighting, Floor floor, ClientJson.Answer answer)
            throws IOException {
        writePlace(json, sighting, floor, answer, sighting.device().macAddress());
    }

    /** As above under another device id: subscriptions may scramble MAC addresses. */
    public void writePlace(
            JsonGenerator json, Sighting sighting, Floor floor, ClientJson.Answer answer, String deviceId)
            throws IOException {
        var device = sighting.device();
        json.writeStringField("locationMapHierarchy", Hierarchy.text(floor, sighting, behaviour.release()));
        json.writeObjectFieldStart("locationCoordinate");
        ClientJson.writePoint(json, sighting);
        json.writeEndObject();
        json.writeObjectFieldStart("geoCoordinate");
        json.writeNumberField("latitude", UNKNOWN);
        json.writeNumberField("longitude", UNKNOWN);
        json.writeStringField("unit", "DEGREES");
        json.writeEndObject();
        json.writeNumberField("confidenceFactor", sighting.confidenceFeet());
        writeConnection(json, sighting, answer.venue(), floor);
        json.writeBooleanField("associated", device.associated());
        writeFloorId(json, floor.id());
        json.writeStringField("floorRefId", Long.toString(floor.id()));
        json.writeStringField("entity", "WIRELESS_CLIENTS");
        json.writeStringField("deviceId", deviceId);
        json.writeStringField("lastSeen", answer.time().text(sighting.at()));
        json.writeNumberField("timestamp", sighting.at());
    }

    /** How the device is connected: all that an association push says. */
    public void writeConnection(JsonGenerator json, Sighting sighting, Venue venue, Floor floor) throws IOException {
        var device = sighting.device();
        json.writeStringField(
                "apMacAddress", Radio.loudest(venue, floor, sighting).radioMacAddress());
        json.writeStringField("username", device.userName());
        json.writeArrayFieldStart("ipAddress");
        for (var address : device.ipAddresses()) {
            json.writeString(address);
        }
        json.writeEndArray();
        json.writeStringField("ssid", device.ssid());
        json.writeStringField("band", Radio.band(sighting));
    }

    /** What only location updates tell. */
    public void writeDetails(JsonGenerator json, Sighting sighting, Floor floor, ClientJson.Answer answer)
            throws IOException {
        json.writeObjectFieldStart("rawLocation");
        json.writeNumberField("rawX", UNKNOWN);
        json.writeNumberField("rawY", UNKNOWN);
        json.writeStringField("unit", "FEET");
        json.writeEndObject();
        json.writeNullField("tagVendorData");
        json.writeNullField("bleTagInfo");
        json.writeStringField("locComputeType", "RSSI");
        json.writeStringField("manufacturer", sighting.device().manufacturer());
        json.writeFieldName("maxDetectedRssi");
        Radio.write(json, Radio.loudest(answer.venue(), floor, sighting), sighting, answer.now());
    }

    private void writeFloorId(JsonGenerator json, long id) throws IOException {
        // A store written in JavaScript keeps 53 bits; the text beside it stays exact.
        json.writeFieldName("floorId");
        if (behaviour.has(Quirk.FLOOR_ID_ROUNDED)) {
            json.writeNumber(new BigDecimal(Double.toString(id)).toBigInteger());
        } else {
            json.writeNumber(id);
        }
    }
}
