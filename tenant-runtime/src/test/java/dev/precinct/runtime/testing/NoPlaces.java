package dev.precinct.runtime.testing;

import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.FloorImage;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Places;
import java.util.Optional;
import java.util.function.Consumer;

/** A tenant whose maps are not known yet. */
public final class NoPlaces implements Places {
    @Override
    public Optional<PlaceTree> current() {
        return Optional.empty();
    }

    @Override
    public void onChange(Consumer<PlaceTree> listener) {
        // nothing ever changes
    }

    @Override
    public Optional<FloorImage> image(FloorId floor) {
        return Optional.empty();
    }
}
