package dev.precinct.simulator.device;

import java.time.Instant;
import java.time.InstantSource;

/** The appliance's own clock: begins at a chosen instant and may run faster than the wall clock. */
public final class SimulationClock {
    private final InstantSource wall;
    private final long wallStart;
    private final long start;
    private final double speed;

    public SimulationClock(InstantSource wall, Instant start, double speed) {
        this.wall = wall;
        this.wallStart = wall.millis();
        this.start = start.toEpochMilli();
        this.speed = speed;
    }

    /** Epoch milliseconds of the simulated clock. */
    public long now() {
        return start + (long) ((wall.millis() - wallStart) * speed);
    }

    public long start() {
        return start;
    }

    /** How many simulated milliseconds pass in this many real ones. */
    public long simulated(long realMillis) {
        return Math.max(1, (long) (realMillis * speed));
    }
}
