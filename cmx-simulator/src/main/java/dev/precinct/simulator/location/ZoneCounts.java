package dev.precinct.simulator.location;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.simulator.device.LiveView;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.Venue;
import dev.precinct.simulator.place.Zone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts of the zones that were registered for counting: of others nothing is counted. */
public final class ZoneCounts {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long WINDOW_MILLIS = 600_000;

    private volatile Registration registration = new Registration(Set.of(), false);

    private record Registration(Set<Integer> zoneIds, boolean debug) {}

    private record Place(Floor floor, Zone zone) {
        String hierarchy() {
            return floor.path().replace('>', '/') + "/" + zone.name();
        }
    }

    /** Takes {@code zoneIds}, {@code zoneHierarchy} with slashes, and {@code debug}; members left out stay as they are. */
    public void register(JsonNode body, Venue venue) {
        var ids = new LinkedHashSet<Integer>();
        body.path("zoneIds").forEach(id -> ids.add(id.asInt()));
        for (var hierarchy : body.path("zoneHierarchy")) {
            places(venue).stream()
                    .filter(place -> place.hierarchy().equals(hierarchy.asText()))
                    .forEach(place -> ids.add(place.zone().areaId()));
        }
        var before = registration;
        var named = body.has("zoneIds") || body.has("zoneHierarchy");
        var debug = body.has("debug") ? body.path("debug").asText().equalsIgnoreCase("true") : before.debug();
        registration = new Registration(named ? Set.copyOf(ids) : before.zoneIds(), debug);
    }

    public ObjectNode parameters(Venue venue) {
        var counted = counted(venue);
        var body = JSON.objectNode().put("name", "ZoneCountParams");
        var hierarchies = body.putArray("zoneHierarchy");
        var ids = body.putArray("zoneIds");
        var details = body.putArray("zoneDetails");
        for (var place : counted) {
            hierarchies.add(place.hierarchy());
            ids.add(place.zone().areaId());
            details.addObject()
                    .put("id", place.zone().areaId())
                    .put("hierarchy", place.hierarchy())
                    .put("name", place.zone().name())
                    .put("active", true);
        }
        return body.put("totalZones", counted.size()).put("debug", registration.debug());
    }

    public ObjectNode counts(Venue venue, LiveView.Moment moment, ZoneId zone) {
        var counted = counted(venue);
        var body = JSON.objectNode();
        var counts = body.putObject("ZoneCounts");
        var list = counts.putArray("zoneCountList");
        for (var place : counted) {
            list.addObject()
                    .put("zoneId", place.zone().areaId())
                    .put("zoneName", place.zone().name())
                    .put("zoneCount", inside(place, moment).size())
                    .put("hierarchy", place.hierarchy());
        }
        counts.put("totalZones", counted.size()).set("duration", duration(moment, zone));
        return body;
    }

    /** The devices in one counted zone while debugging is on, else null. Two keys end with a blank, as on appliances. */
    public @Nullable ObjectNode detail(int zoneId, Venue venue, LiveView.Moment moment, ZoneId zone) {
        var place = counted(venue).stream()
                .filter(each -> each.zone().areaId() == zoneId)
                .findFirst();
        if (place.isEmpty() || !registration.debug()) {
            return null;
        }
        var body = JSON.objectNode();
        var addresses = body.putArray("MacAddress");
        inside(place.get(), moment)
                .forEach(sighting -> addresses.add(sighting.device().macAddress()));
        body.set("Duration ", duration(moment, zone));
        return body.put("Count ", addresses.size());
    }

    private List<Place> counted(Venue venue) {
        var ids = registration.zoneIds();
        return places(venue).stream()
                .filter(place -> ids.contains(place.zone().areaId()))
                .toList();
    }

    private static List<Place> places(Venue venue) {
        var places = new ArrayList<Place>();
        for (var floor : venue.floors()) {
            floor.zones().forEach(zone -> places.add(new Place(floor, zone)));
        }
        return places;
    }

    private static List<Sighting> inside(Place place, LiveView.Moment moment) {
        return moment.sightings().stream()
                .filter(sighting -> sighting.floorId() == place.floor().id())
                .filter(sighting -> moment.at() - sighting.at() <= WINDOW_MILLIS)
                .filter(sighting -> place.zone()
                        .polygon()
                        .contains(sighting.reported().x(), sighting.reported().y()))
                .toList();
    }

    private static ObjectNode duration(LiveView.Moment moment, ZoneId zone) {
        var format =
                DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT).withZone(zone);
        return JSON.objectNode()
                .put("start", format.format(Instant.ofEpochMilli(moment.at() - WINDOW_MILLIS)))
                .put("end", format.format(Instant.ofEpochMilli(moment.at())));
    }
}
