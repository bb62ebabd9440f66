package dev.precinct.runtime.location;

import dev.precinct.runtime.places.FloorId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The devices that are there now: an index in memory. Reads never touch Redis or CMX and see one consistent state. */
public interface LiveView {

    /** In the order of MACs. */
    List<LiveDevice> onFloor(FloorId floor);

    /** In the order of MACs. */
    Collection<LiveDevice> all();

    /** @param mac in any case, with colons */
    Optional<LiveDevice> device(String mac);

    /** Rises with every change; two reads with the same revision saw the same devices. */
    long revision();

    /** Calls the listener after each change, on a thread that must not be held: hand over and return. Close ends it. */
    Subscription subscribe(Consumer<LiveChange> listener);

    /** What one batch did. A device that left a floor is in {@code changed} with its new floor. */
    record LiveChange(long revision, List<LiveDevice> changed, List<LiveDevice> removed) {
        public LiveChange {
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }
    }

    /** Ends a subscription when closed; closing twice is harmless. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
