package dev.precinct.simulator.device;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Devices and where they are at any instant, past or present: a function of time, the same on every call. */
public interface World {

    List<Device> devices();

    /** The newest fix at or before {@code at} of a device that is still tracked then. */
    @Nullable
    Sighting latest(Device device, long at);

    /** Every fix with {@code from < at <= to}, oldest first. */
    void sightings(Device device, long from, long to, Consumer<Sighting> each);
}
