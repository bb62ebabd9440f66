package dev.precinct.runtime.places;

import java.util.Optional;

/** Where floor images come from when they are not kept yet. */
@FunctionalInterface
public interface ImageSource {

    /** @throws dev.precinct.runtime.cmx.CmxException when it does not answer */
    Optional<FloorImage> fetch(PlacePath floor, ImageRef image);
}
