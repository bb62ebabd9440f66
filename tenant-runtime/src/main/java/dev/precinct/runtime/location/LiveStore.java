package dev.precinct.runtime.location;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps the live view over a restart, for as long as the tenant's {@code liveTtl} says. */
public interface LiveStore {

    /** What was kept, and when CMX was last heard by our clock. */
    record Kept(List<LiveDevice> devices, Optional<Instant> lastHeard) {
        public Kept {
            devices = List.copyOf(devices);
        }
    }

    Kept load();

    /**
     * @param told devices that were told, new or not
     * @param positions for the stream: what is new among them
     * @throws dev.precinct.runtime.platform.storage.StorageException when it could not be kept
     */
    void save(Collection<LiveDevice> told, Collection<Position> positions);

    void remove(Collection<LiveDevice> gone);

    void heard(Instant at);
}
