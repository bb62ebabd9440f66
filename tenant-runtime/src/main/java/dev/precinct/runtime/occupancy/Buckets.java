package dev.precinct.runtime.occupancy;

import java.time.Duration;
import java.time.Instant;

/** Five minutes, counted from the epoch. */
public final class Buckets {
    private Buckets() {}

    /** The start of the five minutes that hold this time. */
    public static Instant startOf(Instant time) {
        return floor(time, Occupancy.BUCKET);
    }

    static Instant floor(Instant time, Duration step) {
        long seconds = step.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
