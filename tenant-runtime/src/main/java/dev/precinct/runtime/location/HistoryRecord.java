package dev.precinct.runtime.location;

/** One past position of a device. */
public record HistoryRecord(String mac, Fix fix, LinkState link, ClientRecord client) {

    @Override
    public String toString() {
        return "position on floor " + fix.floor() + " at " + fix.seenAt();
    }
}
