package dev.precinct.simulator.device;

import dev.precinct.simulator.place.Point;
import org.jspecify.annotations.Nullable;

/**
 * One fix of one device.
 *
 * @param at epoch milliseconds of the simulated clock
 * @param firstAt when the visit that this fix belongs to began
 * @param zone how the hierarchy text names the zone: null means as the polygons say, empty means no zone
 * @param reason what an entry of the history says about its cause; null when the fix does not enter the history
 */
public record Sighting(
        Device device,
        long at,
        long firstAt,
        Spot spot,
        @Nullable String zone,
        @Nullable String reason) {

    /**
     * Where it was.
     *
     * @param reported where the appliance says the device is
     * @param truth where the device really was
     */
    public record Spot(long floorId, Point reported, Point truth, double confidenceFeet) {}

    public long floorId() {
        return spot.floorId();
    }

    public Point reported() {
        return spot.reported();
    }

    public Point truth() {
        return spot.truth();
    }

    public double confidenceFeet() {
        return spot.confidenceFeet();
    }
}
