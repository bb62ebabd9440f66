package dev.precinct.simulator.http;

import dev.precinct.simulator.device.LiveView;
import dev.precinct.simulator.location.ClientJson;
import dev.precinct.simulator.location.CmxTime;
import dev.precinct.simulator.location.StrictQuery;
import dev.precinct.simulator.location.UpdateJson;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What the API server answers: flat records, strict filters, its own users. */
final class Version3Routes {
    private static final long CLOSES_AFTER_NANOS = 300_000_000;

    private final LiveView live;
    private final LiveVenue venue;
    private final Behaviour behaviour;
    private final UpdateJson updates;

    Version3Routes(LiveView live, LiveVenue venue, Behaviour behaviour) {
        this.live = live;
        this.venue = venue;
        this.behaviour = behaviour;
        this.updates = new UpdateJson(behaviour);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/location/v3/clients", Access.API_SERVER, this::list),
                Route.get("/api/location/v3/clients/count", Access.API_SERVER, this::count));
    }

    private void list(Exchange exchange) throws IOException {
        if (!behaviour.release().hasVersion3()) {
            exchange.error(404, "Not found");
            return;
        }
        var moment = live.now();
        var matches = new StrictQuery(exchange.query(), behaviour).matches(venue.now(), moment.sightings());
        var answer = new ClientJson.Answer(venue.now(), moment.at(), new CmxTime(behaviour.zone()), false);
        var single =
                exchange.query().containsKey("macAddress") || exchange.query().containsKey("ipAddress");
        exchange.stream(json -> {
            json.writeStartArray();
            for (var sighting : matches) {
                updates.writeKept(json, sighting, answer);
            }
            json.writeEndArray();
            if (behaviour.has(Quirk.V3_SLOW_CLOSE) && !single) {
                json.flush();
                LockSupport.parkNanos(CLOSES_AFTER_NANOS);
            }
        });
    }

    private void count(Exchange exchange) throws IOException {
        if (!behaviour.release().hasVersion3()) {
            exchange.error(404, "Not found");
            return;
        }
        var matches = new StrictQuery(exchange.query(), behaviour)
                .matches(venue.now(), live.now().sightings());
        var associated = matches.stream()
                .filter(sighting -> sighting.device().associated())
                .count();
        exchange.json(
                200,
                Json.object()
                        .put("totalCount", matches.size())
                        .put("associatedCount", associated)
                        .put("probingCount", matches.size() - associated));
    }
}
