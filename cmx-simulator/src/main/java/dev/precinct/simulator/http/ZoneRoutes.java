package dev.precinct.simulator.http;

import dev.precinct.simulator.device.LiveView;
import dev.precinct.simulator.location.ZoneCounts;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.settings.Behaviour;
import java.io.IOException;
import java.util.List;

/** Zone counts, in v1 and v3 alike, and which zones are counted. */
final class ZoneRoutes {
    private static final String PARAMETERS = "/api/config/v1/zoneCountParams/1";

    private final LiveView live;
    private final LiveVenue venue;
    private final Behaviour behaviour;
    private final ZoneCounts zones = new ZoneCounts();

    ZoneRoutes(LiveView live, LiveVenue venue, Behaviour behaviour) {
        this.live = live;
        this.venue = venue;
        this.behaviour = behaviour;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PARAMETERS, Access.APPLIANCE, exchange -> exchange.json(200, zones.parameters(venue.now()))),
                new Route("PUT", PARAMETERS, Access.APPLIANCE, this::register),
                Route.get("/api/location/v1/clients/count/byzone", Access.APPLIANCE, this::counts),
                Route.get("/api/location/v1/clients/count/byzone/detail", Access.APPLIANCE, this::detail),
                Route.get("/api/location/v3/clients/count/byzone", Access.API_SERVER, this::counts),
                Route.get("/api/location/v3/clients/count/byzone/detail", Access.API_SERVER, this::detail));
    }

    private void register(Exchange exchange) throws IOException {
        var body = exchange.body();
        if (body == null) {
            exchange.error(400, "the body is not JSON");
        } else {
            zones.register(body, venue.now());
            exchange.json(200, zones.parameters(venue.now()));
        }
    }

    private void counts(Exchange exchange) throws IOException {
        if (behaviour.release().hasVersion3()) {
            exchange.json(200, zones.counts(venue.now(), live.now(), behaviour.zone()));
        } else {
            exchange.error(404, "Not found");
        }
    }

    private void detail(Exchange exchange) throws IOException {
        var detail = zones.detail(zoneId(exchange), venue.now(), live.now(), behaviour.zone());
        if (detail == null) {
            exchange.error(404, "Not found");
        } else {
            exchange.json(200, detail);
        }
    }

    private static int zoneId(Exchange exchange) {
        var text = exchange.query("zoneId");
        try {
            return text == null ? -1 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
