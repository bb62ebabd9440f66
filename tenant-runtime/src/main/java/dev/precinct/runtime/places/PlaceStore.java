package dev.precinct.runtime.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keeps the last maps and images over a restart. */
public interface PlaceStore {

    Optional<StoredMaps> maps();

    /** Puts these places where the former ones were. */
    void save(PlaceTree tree);

    Optional<FloorImage> image(String name);

    void saveImage(String name, FloorImage image, Instant fetchedAt);

    /** Forgets the images that no floor has any more. */
    void keepImages(Set<String> names);

    /** @param maps as CMX gave them */
    record StoredMaps(long revision, Instant syncedAt, ObjectNode maps) {}
}
