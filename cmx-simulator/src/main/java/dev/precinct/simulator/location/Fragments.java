package dev.precinct.simulator.location;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.Venue;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Parts of a client's record that many answers share, written once: most of a long list's bytes are these. */
final class Fragments {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Behaviour behaviour;
    private final Map<Integer, SerializableString> devices = new ConcurrentHashMap<>();
    private volatile Places places = new Places(null, new ConcurrentHashMap<>());

    Fragments(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Belongs to one venue: a rename makes a new one, and these are written anew. */
    private record Places(@Nullable Venue venue, Map<PlaceKey, SerializableString> texts) {}

    private record PlaceKey(long floorId, String hierarchy, String zone, boolean past) {}

    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    /** The object {@code mapInfo}. */
    SerializableString mapInfo(Venue venue, Floor floor, String hierarchy, String zone, boolean past) {
        var known = places;
        if (known.venue() != venue) {
            known = new Places(venue, new ConcurrentHashMap<>());
            places = known;
        }
        return known.texts()
                .computeIfAbsent(
                        new PlaceKey(floor.id(), hierarchy, zone, past),
                        key -> text(json -> writeMapInfo(json, floor, key)));
    }

    /** What never changes about a device: a leading comma, then members. */
    SerializableString ofDevice(Device device) {
        return devices.computeIfAbsent(device.number(), number -> {
            var members = text(json -> writeDevice(json, device)).getValue();
            return new SerializedString("," + members.substring(1, members.length() - 1));
        });
    }

    private static SerializableString text(Part part) {
        var writer = new StringWriter();
        try (var json = FACTORY.createGenerator(writer)) {
            part.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return new SerializedString(writer.toString());
    }

    private void writeMapInfo(JsonGenerator json, Floor floor, PlaceKey key) throws IOException {
        json.writeStartObject();
        json.writeStringField("mapHierarchyString", key.hierarchy());
        if (behaviour.release().namesZones() && !key.hierarchy().isEmpty()) {
            json.writeObjectFieldStart("mapHierarchyDetails");
            json.writeStringField("campus", floor.campus().name());
            json.writeStringField("campusAesUid", Long.toString(floor.campus().aesUid()));
            json.writeStringField("building", floor.building().name());
            json.writeStringField(
                    "buildingAesUid", Long.toString(floor.building().aesUid()));
            json.writeStringField("floor", floor.name());
            json.writeStringField("floorAesUid", Long.toString(floor.id()));
            json.writeStringField("zones", key.zone());
            json.writeEndObject();
        }
        json.writeStringField("floorRefId", Long.toString(floor.id()));
        json.writeObjectFieldStart("floorDimension");
        json.writeNumberField("length", floor.dimension().length());
        json.writeNumberField("width", floor.dimension().width());
        json.writeNumberField("height", floor.dimension().height());
        json.writeNumberField("offsetX", 0.0);
        json.writeNumberField("offsetY", 0.0);
        json.writeStringField("unit", "FEET");
        json.writeEndObject();
        writeImage(json, floor, key.past() || behaviour.has(Quirk.IMAGE_SIZE_ZERO));
        if (key.past()) {
            json.writeNullField("tagList");
        } else {
            json.writeArrayFieldStart("tagList");
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeImage(JsonGenerator json, Floor floor, boolean zero) throws IOException {
        var image = floor.image();
        json.writeObjectFieldStart("image");
        json.writeStringField("imageName", image.name());
        json.writeNumberField("zoomLevel", zero ? 0 : 4);
        json.writeNumberField("width", zero ? 0.0 : (double) image.width());
        json.writeNumberField("height", zero ? 0.0 : (double) image.height());
        json.writeNumberField("size", zero ? 0.0 : (double) Math.max(image.width(), image.height()));
        json.writeNumberField("maxResolution", zero ? 0.0 : 8.0);
        json.writeNumberField("colorDepth", zero ? 0 : 8);
        json.writeEndObject();
    }

    private static void writeDevice(JsonGenerator json, Device device) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("ipAddress");
        for (var address : device.ipAddresses()) {
            json.writeString(address);
        }
        json.writeEndArray();
        json.writeStringField("userName", device.userName());
        json.writeStringField("ssId", device.ssid());
        json.writeNullField("sourceTimestamp");
        json.writeStringField("dot11Status", device.associated() ? "ASSOCIATED" : "PROBING");
        json.writeStringField("manufacturer", device.manufacturer());
        json.writeStringField("detectingControllers", "10.10.20." + (90 + device.number() % 2));
        json.writeBooleanField("guestUser", device.guest());
        json.writeEndObject();
    }
}
