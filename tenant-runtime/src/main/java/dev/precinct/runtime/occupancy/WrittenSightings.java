package dev.precinct.runtime.occupancy;

import dev.precinct.runtime.places.FloorId;
import java.time.Instant;

/** Hears that sightings were written. */
@FunctionalInterface
public interface WrittenSightings {
    void written(FloorId floor, Instant bucket);
}
