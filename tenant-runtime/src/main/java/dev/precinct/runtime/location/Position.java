package dev.precinct.runtime.location;

import dev.precinct.runtime.places.ZoneId;
import java.time.Instant;
import java.util.List;

/**
 * A fix of a device that is kept.
 *
 * @param zones those that the fix lay in when it was received
 */
public record Position(String mac, Fix fix, LinkState link, Instant receivedAt, List<ZoneId> zones) {
    public Position {
        zones = List.copyOf(zones);
    }

    @Override
    public String toString() {
        return "position on floor " + fix.floor() + " at " + fix.seenAt();
    }
}
