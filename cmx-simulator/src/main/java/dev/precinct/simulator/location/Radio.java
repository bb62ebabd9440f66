package dev.precinct.simulator.location;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.AccessPoint;
import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.Point;
import dev.precinct.simulator.place.Venue;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Which access points hear a device, and how loud. */
final class Radio {
    private static final AccessPoint NONE = new AccessPoint("", "00:00:00:00:00:00", new Point(0, 0));
    private static final int HEARD_AT_MOST = 3;
    private static final int EVERY_NTH_THROUGH_THE_CEILING = 31;

    private Radio() {}

    /** Mostly the nearest one; some devices are heard best through the ceiling, by another floor's. */
    static AccessPoint loudest(Venue venue, Floor floor, Sighting sighting) {
        var on = floor;
        if (sighting.device().number() % EVERY_NTH_THROUGH_THE_CEILING == 7) {
            on = venue.floors().stream()
                    .filter(each -> each.building().equals(floor.building()) && each.id() != floor.id())
                    .filter(each -> !each.accessPoints().isEmpty())
                    .findFirst()
                    .orElse(floor);
        }
        var index = on.nearestAccessPoint(sighting.truth().x(), sighting.truth().y());
        return index < 0 ? NONE : on.accessPoints().get(index);
    }

    static List<AccessPoint> heardBy(Venue venue, Sighting sighting) {
        var floor = venue.floor(sighting.floorId());
        return floor == null
                ? List.of()
                : floor.accessPoints().stream()
                        .sorted(Comparator.comparingDouble(each -> each.at().distanceTo(sighting.truth())))
                        .limit(HEARD_AT_MOST)
                        .toList();
    }

    static boolean fiveGigahertz(Sighting sighting) {
        return sighting.device().number() % 3 != 0;
    }

    static String band(Sighting sighting) {
        return fiveGigahertz(sighting) ? "IEEE_802_11_A" : "IEEE_802_11_B";
    }

    static void write(JsonGenerator json, AccessPoint by, Sighting sighting, long now) throws IOException {
        var feet = Math.max(1, by.at().distanceTo(sighting.truth()));
        json.writeStartObject();
        json.writeStringField("apMacAddress", by.radioMacAddress());
        json.writeStringField("band", band(sighting));
        json.writeNumberField("slot", fiveGigahertz(sighting) ? 1 : 0);
        json.writeNumberField("rssi", (int) Math.max(-90, -32 - 22 * Math.log10(feet)));
        json.writeNumberField("antennaIndex", 0);
        json.writeNumberField("lastHeardInSeconds", Math.clamp((now - sighting.at()) / 1000, 0, 3600));
        json.writeEndObject();
    }
}
