package dev.precinct.simulator.fault;

/**
 * One fault.
 *
 * @param path what the paths that it hits begin with; empty for every path
 * @param delayMillis how late a slow answer is
 * @param times how many requests it hits before it ends by itself; 0 for all of them
 */
public record Fault(FaultKind kind, String path, long delayMillis, int times) {
    public static final long DEFAULT_DELAY_MILLIS = 3_000;

    public Fault {
        if (delayMillis < 0 || times < 0) {
            throw new IllegalArgumentException("delay and times of a fault are not negative");
        }
    }

    public static Fault of(FaultKind kind) {
        return new Fault(kind, "", DEFAULT_DELAY_MILLIS, 0);
    }
}
