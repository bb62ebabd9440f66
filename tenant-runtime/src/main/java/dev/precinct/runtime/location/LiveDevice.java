package dev.precinct.runtime.location;

import dev.precinct.runtime.places.FloorId;
import java.time.Instant;

/**
 * A device as last told by CMX.
 *
 * @param mac lower case with colons
 * @param receivedAt by our clock: liveness is judged by it
 */
public record LiveDevice(String mac, Fix fix, LinkState link, Instant receivedAt, ClientRecord client) {

    public FloorId floorId() {
        return fix.floor();
    }

    public double x() {
        return fix.x();
    }

    public double y() {
        return fix.y();
    }

    public double confidenceFeet() {
        return fix.confidenceFeet();
    }

    public Instant seenAt() {
        return fix.seenAt();
    }

    public boolean associated() {
        return link == LinkState.ASSOCIATED;
    }

    @Override
    public String toString() {
        // no MAC, user or address: this may reach a log
        return "device on floor " + fix.floor() + " seen " + fix.seenAt();
    }
}
