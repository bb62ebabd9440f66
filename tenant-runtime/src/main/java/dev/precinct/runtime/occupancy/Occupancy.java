package dev.precinct.runtime.occupancy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Unique devices in five minutes. Small counts are not suppressed here: that belongs to the user's disclosure. */
public interface Occupancy {
    /** What the counts are taken over. */
    Duration BUCKET = Duration.ofMinutes(5);

    /**
     * Points from {@code from} (rounded down to a step) to {@code to}, none in the future.
     *
     * @param step five minutes or a multiple; a longer step shows its largest five minutes
     */
    List<Point> series(Area area, Instant from, Instant to, Duration step);

    /** The last five minutes, by the appliance's clock. */
    Now now(Area area);

    /**
     * @param at start of the step
     * @param devices all of them, the probing ones included; empty when nothing is known
     * @param gap the feed was down for at least a part of it: {@code devices} is then a lower bound or empty
     */
    record Point(Instant at, OptionalInt devices, OptionalInt probing, boolean gap) {}

    /**
     * @param devices all of them, the probing ones included
     */
    record Now(Instant at, int devices, int probing) {}
}
