package dev.precinct.simulator.notification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.precinct.simulator.location.ClientJson;
import dev.precinct.simulator.location.UpdateJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/** Bodies of pushes. The event ids are one count for the whole appliance, so they tell the volume of others. */
final class EventJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ASSOCIATED_STATUS = 3;

    private final UpdateJson updates;
    private final AtomicLong eventIds = new AtomicLong(100_000);

    EventJson(UpdateJson updates) {
        this.updates = updates;
    }

    byte[] body(Subscription subscription, Event event, ClientJson.Answer answer) {
        var bytes = new ByteArrayOutputStream(1536);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("notifications");
            json.writeStartObject();
            json.writeStringField("notificationType", subscription.type().text());
            json.writeStringField("subscriptionName", subscription.name());
            json.writeNumberField("eventId", eventIds.incrementAndGet());
            write(json, subscription, event, answer);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator json, Subscription subscription, Event event, ClientJson.Answer answer)
            throws IOException {
        var sighting = event.sighting();
        var id = subscription.deviceId(sighting.device().macAddress());
        var floor = answer.venue().floor(sighting.floorId());
        if (floor == null) {
            throw new IllegalStateException("an event on no floor");
        }
        switch (event) {
            case Event.Located located -> {
                updates.writePlace(json, located.sighting(), floor, answer, id);
                updates.writeDetails(json, sighting, floor, answer);
            }
            case Event.Moved moved -> {
                updates.writePlace(json, sighting, floor, answer, id);
                json.writeNumberField("moveDistanceInFt", moved.feet());
            }
            case Event.Crossed crossed -> {
                updates.writePlace(json, sighting, floor, answer, id);
                json.writeStringField("boundary", crossed.inside() ? "INSIDE" : "OUTSIDE");
                json.writeStringField("areaType", crossed.areaType());
                json.writeNullField("deviceDetails");
            }
            case Event.Associated associated -> {
                json.writeStringField("entity", "WIRELESS_CLIENTS");
                json.writeStringField("deviceId", id);
                updates.writeConnection(json, sighting, answer.venue(), floor);
                json.writeBooleanField("association", associated.now());
                json.writeNumberField("status", associated.now() ? ASSOCIATED_STATUS : 0);
                json.writeStringField("lastSeen", answer.time().text(sighting.at()));
                json.writeNumberField("timestamp", sighting.at());
            }
            case Event.Missed missed -> {
                updates.writePlace(json, sighting, floor, answer, id);
                json.writeNumberField("absenceDurationInMinutes", missed.minutes());
            }
        }
    }
}
