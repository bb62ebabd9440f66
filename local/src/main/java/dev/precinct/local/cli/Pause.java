package dev.precinct.local.cli;

/** The wait between two looks at something that changes by itself. */
final class Pause {
    private static final long MILLIS = 100;

    private Pause() {}

    static void shortly() {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
