package dev.precinct.simulator.device;

import dev.precinct.simulator.place.Point;
import org.jspecify.annotations.Nullable;

/**
 * One fix of one device.
 *
 * @param at epoch milliseconds of the simulated clock
 * @param firstAt when the visit that this fix belongs to began
 * @param reported where the appliance says the device is
 * @param truth where the device really was
 * @param zone how the hierarchy text names the zone: null means as the polygons say, empty means no zone
 * @param reason what an entry of the history says about its cause; null when the fix does not enter the history
 */
public record Sighting(
        Device device,
        long at,
        long firstAt,
        long floorId,
        Point reported,
        Point truth,
        double confidenceFeet,
        @Nullable String zone,
        @Nullable String reason) {}
