package dev.precinct.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.LiveView;
import dev.precinct.simulator.device.PlacedDevices;
import dev.precinct.simulator.device.SimulationClock;
import dev.precinct.simulator.fault.Fault;
import dev.precinct.simulator.fault.FaultKind;
import dev.precinct.simulator.fault.Faults;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.place.Point;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What no appliance has: the truth, faults on demand, request counts, renamed floors, placed devices. */
final class ControlRoutes {
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private static final Pattern NAME = Pattern.compile("[^>/\\p{Cntrl}]{1,128}");

    private final Simulation simulation;
    private final RequestCounts counts;

    /** The parts of a running simulation that can be looked at and changed. */
    record Simulation(LiveView live, LiveVenue venue, PlacedDevices placed, SimulationClock clock, Faults faults) {}

    ControlRoutes(Simulation simulation, RequestCounts counts) {
        this.simulation = simulation;
        this.counts = counts;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/simulator/truth", Access.LOOPBACK, this::truth),
                Route.get("/simulator/faults", Access.LOOPBACK, this::listFaults),
                new Route("PUT", "/simulator/faults", Access.LOOPBACK, this::putFault),
                new Route("DELETE", "/simulator/faults", Access.LOOPBACK, this::clearFaults),
                Route.get("/simulator/requests", Access.LOOPBACK, this::requests),
                new Route("DELETE", "/simulator/requests", Access.LOOPBACK, this::resetRequests),
                new Route("POST", "/simulator/floors/{id}", Access.LOOPBACK, this::rename),
                new Route("POST", "/simulator/devices", Access.LOOPBACK, this::place),
                new Route("DELETE", "/simulator/devices/{mac}", Access.LOOPBACK, this::remove));
    }

    private void truth(Exchange exchange) throws IOException {
        var moment = simulation.live().now();
        exchange.stream(json -> {
            json.writeStartObject();
            json.writeNumberField("at", moment.at());
            json.writeArrayFieldStart("devices");
            for (var sighting : moment.sightings()) {
                json.writeStartObject();
                json.writeStringField("macAddress", sighting.device().macAddress());
                json.writeStringField("floorId", Long.toString(sighting.floorId()));
                json.writeBooleanField("associated", sighting.device().associated());
                json.writeNumberField("seenAt", sighting.at());
                writePoint(json, "true", sighting.truth());
                writePoint(json, "reported", sighting.reported());
                json.writeStringField("zoneText", sighting.zone());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void writePoint(JsonGenerator json, String name, Point point) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("x", point.x());
        json.writeNumberField("y", point.y());
        json.writeEndObject();
    }

    private void listFaults(Exchange exchange) throws IOException {
        var body = Json.object();
        var faults = body.putArray("faults");
        for (var fault : simulation.faults().active()) {
            faults.addObject()
                    .put("kind", fault.kind().toString())
                    .put("path", fault.path())
                    .put("delayMs", fault.delayMillis())
                    .put("times", fault.times());
        }
        exchange.json(200, body);
    }

    private void putFault(Exchange exchange) throws IOException {
        var body = exchange.body();
        var kind = FaultKind.find(body == null ? "" : body.path("kind").asText());
        if (body == null || kind.isEmpty()) {
            exchange.error(400, "kind is one of " + List.of(FaultKind.values()));
            return;
        }
        var delay = body.path("delayMs").asLong(Fault.DEFAULT_DELAY_MILLIS);
        var times = body.path("times").asInt(0);
        if (delay < 0 || times < 0) {
            exchange.error(400, "delayMs and times are not negative");
            return;
        }
        simulation.faults().put(new Fault(kind.get(), body.path("path").asText(""), delay, times));
        listFaults(exchange);
    }

    private void clearFaults(Exchange exchange) {
        simulation.faults().clear();
        exchange.empty(204);
    }

    private void requests(Exchange exchange) throws IOException {
        var body = Json.object();
        var requests = body.putObject("requests");
        counts.counts().forEach(requests::put);
        exchange.json(200, body);
    }

    private void resetRequests(Exchange exchange) {
        counts.reset();
        exchange.empty(204);
    }

    private void rename(Exchange exchange) throws IOException {
        var body = exchange.body();
        var name = body == null ? "" : body.path("name").asText("");
        var id = parse(exchange.path("id"));
        if (!NAME.matcher(name).matches()) {
            exchange.error(400, "name is missing or holds > or /");
        } else if (id == null || !simulation.venue().rename(id, name)) {
            exchange.error(404, "Not found");
        } else {
            exchange.empty(204);
        }
    }

    private void place(Exchange exchange) throws IOException {
        var body = exchange.body();
        var mac = body == null ? "" : body.path("macAddress").asText("").toLowerCase(Locale.ROOT);
        var floorId = body == null ? null : parse(body.path("floorId").asText(""));
        if (body == null || !MAC.matcher(mac).matches() || floorId == null) {
            exchange.error(400, "macAddress, floorId (a text), x and y are needed");
        } else if (simulation.venue().now().floor(floorId) == null) {
            exchange.error(404, "no such floor");
        } else if (!body.path("x").isNumber() || !body.path("y").isNumber()) {
            exchange.error(400, "x and y are feet from the top left corner");
        } else {
            var device = device(mac, body);
            var at = new Point(body.path("x").asDouble(), body.path("y").asDouble());
            var zone = body.hasNonNull("zone") ? body.path("zone").asText() : null;
            simulation
                    .placed()
                    .place(new PlacedDevices.Placement(
                            device, floorId, at, zone, simulation.clock().now()));
            simulation.live().refresh();
            exchange.empty(201);
        }
    }

    private static Device device(String mac, JsonNode body) {
        var associated = body.path("associated").asBoolean(true);
        var addresses = body.path("ipAddress").isTextual()
                ? List.of(body.path("ipAddress").asText())
                : List.<String>of();
        return new Device(
                0,
                mac,
                associated,
                body.hasNonNull("manufacturer") ? body.path("manufacturer").asText() : null,
                body.path("userName").asText(""),
                associated ? body.path("ssid").asText("campus") : "",
                addresses,
                false);
    }

    private void remove(Exchange exchange) throws IOException {
        if (simulation.placed().remove(exchange.path("mac").toLowerCase(Locale.ROOT))) {
            simulation.live().refresh();
            exchange.empty(204);
        } else {
            exchange.error(404, "no such placed device");
        }
    }

    private static @Nullable Long parse(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
