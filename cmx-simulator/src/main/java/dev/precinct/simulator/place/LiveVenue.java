package dev.precinct.simulator.place;

/** The venue as it is now: floors can be renamed while the program runs. */
public final class LiveVenue {
    private volatile Venue current;

    public LiveVenue(Venue start) {
        current = start;
    }

    public Venue now() {
        return current;
    }

    /** Renames a floor; false when there is none with this id. */
    public synchronized boolean rename(long floorId, String name) {
        var renamed = MapsTree.renamed(current, floorId, name);
        if (renamed != null) {
            current = renamed;
        }
        return renamed != null;
    }
}
