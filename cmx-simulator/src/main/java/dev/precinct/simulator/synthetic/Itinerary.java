package dev.precinct.simulator.synthetic;

import dev.precinct.simulator.place.Point;
import java.util.Arrays;

/** Where one device is during one visit: straight legs one after the other, each on one floor. */
final class Itinerary {
    private final long[] starts;
    private final long[] floors;
    private final float[] xs;
    private final float[] ys;

    private Itinerary(long[] starts, long[] floors, float[] xs, float[] ys) {
        this.starts = starts;
        this.floors = floors;
        this.xs = xs;
        this.ys = ys;
    }

    /** Where a device is at one instant, and whether it is walking. */
    record Place(long floorId, Point at, boolean walking) {}

    Place at(long time) {
        var found = Arrays.binarySearch(starts, time);
        var leg = Math.clamp(found < 0 ? -found - 2 : found, 0, starts.length - 1);
        var here = new Point(xs[leg], ys[leg]);
        if (leg == starts.length - 1 || floors[leg] != floors[leg + 1]) {
            return new Place(floors[leg], here, false);
        }
        var there = new Point(xs[leg + 1], ys[leg + 1]);
        var share = Math.clamp((time - starts[leg]) / (double) (starts[leg + 1] - starts[leg]), 0.0, 1.0);
        return new Place(floors[leg], here.towards(there, share), here.distanceTo(there) > 1);
    }

    /** Collects the corners of a walk in the order of time. */
    static final class Builder {
        private long[] starts = new long[32];
        private long[] floors = new long[32];
        private float[] xs = new float[32];
        private float[] ys = new float[32];
        private int size;
        private long clock;

        Builder(long from) {
            clock = from;
        }

        long clock() {
            return clock;
        }

        Builder stand(long floorId, Point at) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                floors = Arrays.copyOf(floors, size * 2);
                xs = Arrays.copyOf(xs, size * 2);
                ys = Arrays.copyOf(ys, size * 2);
            }
            starts[size] = clock;
            floors[size] = floorId;
            xs[size] = (float) at.x();
            ys[size] = (float) at.y();
            size++;
            return this;
        }

        Builder pass(long millis) {
            clock += Math.max(1, millis);
            return this;
        }

        Itinerary build() {
            return new Itinerary(
                    Arrays.copyOf(starts, size),
                    Arrays.copyOf(floors, size),
                    Arrays.copyOf(xs, size),
                    Arrays.copyOf(ys, size));
        }
    }
}
