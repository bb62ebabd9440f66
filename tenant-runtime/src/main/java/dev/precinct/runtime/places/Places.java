package dev.precinct.runtime.places;

import java.util.Optional;
import java.util.function.Consumer;

/** What is known of the tenant's places. Reads answer from memory; only images may have to be fetched once. */
public interface Places {

    /** The places of the last map sync, also of one before a restart; empty until CMX has answered for the first time ever. */
    Optional<PlaceTree> current();

    /** Calls the listener with every new tree, and with the current one at once if there is one. */
    void onChange(Consumer<PlaceTree> listener);

    /**
     * The plan of a floor.
     *
     * @return empty when the floor is not known or has no image
     * @throws dev.precinct.runtime.cmx.CmxException when the image was never fetched and CMX does not give it now
     */
    Optional<FloorImage> image(FloorId floor);
}
