package dev.precinct.runtime.floorplan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.FloorImage;
import dev.precinct.runtime.places.Places;
import java.util.Optional;

/** The plan of a floor for one scope. */
public final class FloorPlans {
    private final Places places;
    private final Cache<Key, FloorImage> masked =
            Caffeine.newBuilder().maximumSize(100).softValues().build();

    /** Scopes are compared by identity: another map makes another scope. */
    private record Key(Scope scope, FloorId floor, FloorImage original) {}

    public FloorPlans(Places places) {
        this.places = places;
    }

    /**
     * The plan as this user may see it; empty where there is none, or none for him.
     *
     * @throws dev.precinct.runtime.cmx.CmxException when it was never fetched and CMX does not give it now
     */
    public Optional<FloorImage> of(Floor floor, Scope scope) {
        if (!scope.touches(floor.id())) {
            return Optional.empty();
        }
        Optional<FloorImage> original = places.image(floor.id());
        return scope.seesWhole(floor.id()) ? original : original.flatMap(image -> masked(image, floor, scope));
    }

    private Optional<FloorImage> masked(FloorImage original, Floor floor, Scope scope) {
        var key = new Key(scope, floor.id(), original);
        FloorImage known = masked.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<FloorImage> drawn = PlanMask.within(original, floor.dimension(), scope.zonesOf(floor));
        drawn.ifPresent(image -> masked.put(key, image));
        return drawn;
    }
}
