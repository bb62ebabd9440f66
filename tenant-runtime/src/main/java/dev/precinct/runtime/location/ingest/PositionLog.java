package dev.precinct.runtime.location.ingest;

import dev.precinct.runtime.location.Position;
import java.util.List;

/** Keeps every position for good. */
public interface PositionLog {

    /**
     * Returns once they are durable; one that is known already (same device, same time) is not doubled.
     *
     * @throws dev.precinct.runtime.platform.storage.StorageException when they are not
     */
    void append(List<Position> positions);
}
