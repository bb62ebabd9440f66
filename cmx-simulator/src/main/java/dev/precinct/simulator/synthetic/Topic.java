package dev.precinct.simulator.synthetic;

/** What a draw is about: keeps independent questions about the same device apart. */
final class Topic {
    static final long MAC = 1;
    static final long MANUFACTURER = 2;
    static final long ASSOCIATED = 3;
    static final long USER = 4;
    static final long ADDRESS = 5;
    static final long SHIFT = 6;
    static final long LEVEL = 7;
    static final long PHASE = 8;
    static final long JITTER = 9;
    static final long ROUTE = 10;
    static final long NOISE_X = 11;
    static final long NOISE_Y = 12;
    static final long CONFIDENCE = 13;
    static final long STALE = 14;
    static final long STATIONARY = 15;
    static final long SPEED = 16;
    static final long HOME = 17;
    static final long OWNER = 18;

    private Topic() {}
}
