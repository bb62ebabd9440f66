package dev.precinct.simulator.http;

import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.LiveView;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.location.ClientJson;
import dev.precinct.simulator.location.ClientQuery;
import dev.precinct.simulator.location.CmxTime;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import java.io.IOException;
import java.util.List;

/** Lists, single clients and counts of v1 and v2. */
final class LocationRoutes {
    private final LiveView live;
    private final LiveVenue venue;
    private final Behaviour behaviour;
    private final ClientJson clients;

    LocationRoutes(LiveView live, LiveVenue venue, Behaviour behaviour) {
        this.live = live;
        this.venue = venue;
        this.behaviour = behaviour;
        this.clients = new ClientJson(behaviour);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/location/v1/clients", Access.APPLIANCE, this::listVersion1),
                Route.get("/api/location/v1/clients/count", Access.APPLIANCE, this::count),
                Route.get("/api/location/v1/clients/{mac}", Access.APPLIANCE, this::single),
                Route.get("/api/location/v2/clients", Access.APPLIANCE, this::listVersion2),
                Route.get("/api/location/v2/clients/count", Access.APPLIANCE, this::count));
    }

    private void listVersion1(Exchange exchange) throws IOException {
        var query = new ClientQuery(exchange.query(), behaviour);
        var moment = live.now();
        write(exchange, query.page(query.matches(venue.now(), moment.sightings())), moment.at());
    }

    private void listVersion2(Exchange exchange) throws IOException {
        var query = new ClientQuery(exchange.query(), behaviour);
        var moment = live.now();
        var page = query.page(query.matches(venue.now(), moment.sightings()));
        if (page.isEmpty() && !behaviour.has(Quirk.V2_EMPTY_LIST)) {
            exchange.empty(204);
        } else {
            write(exchange, page, moment.at());
        }
    }

    private void single(Exchange exchange) throws IOException {
        var found = live.find(exchange.path("mac"));
        if (found == null || venue.now().floor(found.floorId()) == null) {
            exchange.error(404, "Client not found");
            return;
        }
        var answer = answer(exchange, live.now().at());
        exchange.stream(json -> clients.write(json, found, answer));
    }

    private void count(Exchange exchange) throws IOException {
        var query = new ClientQuery(exchange.query(), behaviour);
        var count = query.matches(venue.now(), live.now().sightings()).size();
        exchange.json(
                200,
                Json.object()
                        .put("count", count)
                        .put("deviceType", "Wireless_Client")
                        .put("deviceQueryString", query.echo()));
    }

    private void write(Exchange exchange, List<Sighting> sightings, long at) throws IOException {
        var answer = answer(exchange, at);
        exchange.stream(json -> {
            json.writeStartArray();
            for (var sighting : sightings) {
                clients.write(json, sighting, answer);
            }
            json.writeEndArray();
        });
    }

    private ClientJson.Answer answer(Exchange exchange, long at) {
        var accessPoints = "true".equalsIgnoreCase(exchange.query("apList"));
        return new ClientJson.Answer(venue.now(), at, new CmxTime(behaviour.zone()), accessPoints);
    }

    /** Whether a device can be asked for by this address. */
    static boolean named(Device device, String macAddress) {
        return device.macAddress().equalsIgnoreCase(macAddress);
    }
}
