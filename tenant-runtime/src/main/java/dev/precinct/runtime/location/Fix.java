package dev.precinct.runtime.location;

import dev.precinct.runtime.places.FloorId;
import java.time.Instant;

/**
 * A position in feet on a floor: x to the right, y down from the top left of its image.
 *
 * @param confidenceFeet radius of the area that holds the device with 95 %: smaller is better
 * @param seenAt by the appliance's clock
 */
public record Fix(FloorId floor, double x, double y, double z, double confidenceFeet, Instant seenAt) {}
