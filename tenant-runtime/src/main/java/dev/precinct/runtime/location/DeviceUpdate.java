package dev.precinct.runtime.location;

/** News of one device. */
public record DeviceUpdate(LiveDevice device, Source source) {

    /** Who told it: a poll tells everything of a device, a push only a part. */
    public enum Source {
        POLL,
        PUSH
    }

    public String mac() {
        return device.mac();
    }
}
