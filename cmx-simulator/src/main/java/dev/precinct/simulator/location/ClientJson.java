package dev.precinct.simulator.location;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.AccessPoint;
import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.Venue;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import dev.precinct.simulator.settings.Release;
import java.io.IOException;

/** A client as v1 and v2 write it, now or as an entry of the history. */
public final class ClientJson {
    private static final double UNKNOWN = -999.0;
    private static final long ACTIVE_MILLIS = 120_000;

    private final Behaviour behaviour;
    private final Fragments fragments;

    public ClientJson(Behaviour behaviour) {
        this.behaviour = behaviour;
        this.fragments = new Fragments(behaviour);
    }

    /** What all records of one answer have in common; {@code time} keeps texts and so belongs to one answer. */
    public record Answer(Venue venue, long now, CmxTime time, boolean withAccessPoints) {}

    public void write(JsonGenerator json, Sighting sighting, Answer answer) throws IOException {
        var floor = answer.venue().floor(sighting.floorId());
        if (floor == null) {
            return;
        }
        var device = sighting.device();
        var zone = Hierarchy.zone(floor, sighting);
        var loudest = Radio.loudest(answer.venue(), floor, sighting);
        json.writeStartObject();
        json.writeStringField("macAddress", device.macAddress());
        json.writeFieldName("mapInfo");
        json.writeRawValue(fragments.mapInfo(
                answer.venue(), floor, Hierarchy.text(floor, zone, behaviour.release()), zone, false));
        writePosition(json, sighting);
        writeStatistics(json, sighting, loudest, answer);
        json.writeStringField("historyLogReason", sighting.reason());
        writeGeography(json);
        json.writeStringField("networkStatus", answer.now() - sighting.at() < ACTIVE_MILLIS ? "ACTIVE" : "INACTIVE");
        json.writeNumberField("changedOn", sighting.at());
        json.writeStringField("band", Radio.band(sighting));
        json.writeStringField("apMacAddress", loudest.radioMacAddress());
        writeAreas(json, floor, sighting);
        var seconds = (sighting.at() - sighting.firstAt()) / 1000;
        json.writeNumberField("bytesSent", device.associated() ? 1540 + seconds * (7 + device.number() % 90) : 0);
        json.writeNumberField("bytesReceived", device.associated() ? 1400 + seconds * (11 + device.number() % 400) : 0);
        json.writeRaw(fragments.ofDevice(device));
        json.writeEndObject();
    }

    /** An entry of the history: the same members, many of them empty. */
    public void writePast(JsonGenerator json, Sighting sighting, Answer answer) throws IOException {
        var floor = answer.venue().floor(sighting.floorId());
        if (floor == null) {
            return;
        }
        var device = sighting.device();
        var named = behaviour.release().compareTo(Release.V10_3) > 0 && !behaviour.has(Quirk.HISTORY_WITHOUT_HIERARCHY);
        var hierarchy = named ? Hierarchy.text(floor, sighting, behaviour.release()) : "";
        json.writeStartObject();
        json.writeStringField("macAddress", device.macAddress());
        json.writeFieldName("mapInfo");
        json.writeRawValue(fragments.mapInfo(answer.venue(), floor, hierarchy, Hierarchy.zone(floor, sighting), true));
        writePosition(json, sighting);
        json.writeObjectFieldStart("statistics");
        json.writeStringField("currentServerTime", answer.time().text(answer.now()));
        json.writeStringField("firstLocatedTime", answer.time().text(0));
        json.writeNullField("lastLocatedTime");
        json.writeNullField("maxDetectedRssi");
        json.writeNullField("apList");
        json.writeEndObject();
        json.writeStringField("historyLogReason", sighting.reason());
        writeGeography(json);
        json.writeStringField("networkStatus", "ACTIVE");
        json.writeNumberField("changedOn", sighting.at());
        json.writeArrayFieldStart("ipAddress");
        json.writeEndArray();
        json.writeNullField("userName");
        json.writeStringField("ssId", device.ssid());
        json.writeStringField("sourceTimestamp", Long.toString(sighting.at()));
        json.writeStringField("band", "UNKNOWN");
        json.writeStringField(
                "apMacAddress", Radio.loudest(answer.venue(), floor, sighting).radioMacAddress());
        json.writeStringField("dot11Status", device.associated() ? "ASSOCIATED" : "PROBING");
        json.writeStringField("manufacturer", device.manufacturer());
        json.writeNullField("areaGlobalIdList");
        json.writeNullField("detectingControllers");
        json.writeNumberField("bytesSent", 0);
        json.writeNumberField("bytesReceived", 0);
        json.writeBooleanField("guestUser", device.guest());
        json.writeEndObject();
    }

    private void writePosition(JsonGenerator json, Sighting sighting) throws IOException {
        json.writeObjectFieldStart("mapCoordinate");
        writePoint(json, sighting);
        json.writeEndObject();
        json.writeBooleanField("currentlyTracked", true);
        json.writeNumberField("confidenceFactor", sighting.confidenceFeet());
        if (behaviour.release().namesZones()) {
            json.writeStringField("locComputeType", "RSSI");
        }
    }

    static void writePoint(JsonGenerator json, Sighting sighting) throws IOException {
        json.writeNumberField("x", sighting.reported().x());
        json.writeNumberField("y", sighting.reported().y());
        json.writeNumberField("z", 0.0);
        json.writeStringField("unit", "FEET");
    }

    private static void writeStatistics(JsonGenerator json, Sighting sighting, AccessPoint loudest, Answer answer)
            throws IOException {
        json.writeObjectFieldStart("statistics");
        json.writeStringField("currentServerTime", answer.time().text(answer.now()));
        json.writeStringField("firstLocatedTime", answer.time().text(sighting.firstAt()));
        json.writeStringField("lastLocatedTime", answer.time().text(sighting.at()));
        json.writeFieldName("maxDetectedRssi");
        Radio.write(json, loudest, sighting, answer.now());
        if (answer.withAccessPoints()) {
            json.writeArrayFieldStart("apList");
            for (var accessPoint : Radio.heardBy(answer.venue(), sighting)) {
                Radio.write(json, accessPoint, sighting, answer.now());
            }
            json.writeEndArray();
        } else {
            json.writeNullField("apList");
        }
        json.writeEndObject();
    }

    private static void writeGeography(JsonGenerator json) throws IOException {
        json.writeNullField("geoCoordinate");
        json.writeObjectFieldStart("rawLocation");
        json.writeNumberField("rawX", UNKNOWN);
        json.writeNumberField("rawY", UNKNOWN);
        json.writeStringField("unit", "FEET");
        json.writeEndObject();
    }

    private static void writeAreas(JsonGenerator json, Floor floor, Sighting sighting) throws IOException {
        json.writeArrayFieldStart("areaGlobalIdList");
        for (var zone :
                floor.zonesAt(sighting.reported().x(), sighting.reported().y())) {
            json.writeNumber(zone.areaId());
        }
        for (var area : floor.areaPath()) {
            json.writeNumber(area.intValue());
        }
        json.writeEndArray();
    }
}
