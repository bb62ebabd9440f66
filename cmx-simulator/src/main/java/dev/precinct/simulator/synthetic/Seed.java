package dev.precinct.simulator.synthetic;

/**
 * Randomness without state: the same questions always get the same answers, in any order and at any time. That is what
 * makes yesterday's history agree with what was live yesterday.
 */
public record Seed(long value) {

    public long bits(long a, long b, long c) {
        return mix(mix(mix(value ^ a * 0x9E3779B97F4A7C15L) ^ b * 0xC2B2AE3D27D4EB4FL) ^ c * 0x165667B19E3779F9L);
    }

    /** Evenly spread over 0 (inclusive) to 1 (exclusive). */
    public double unit(long a, long b, long c) {
        return (bits(a, b, c) >>> 11) * 0x1.0p-53;
    }

    public int below(int bound, long a, long b, long c) {
        return (int) (unit(a, b, c) * bound);
    }

    private static long mix(long bits) {
        var mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
