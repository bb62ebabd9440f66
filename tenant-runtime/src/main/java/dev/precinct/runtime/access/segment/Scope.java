package dev.precinct.runtime.access.segment;

import dev.precinct.runtime.places.AccessPoint;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Zone;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places that a user sees: all, or some floors whole and some only within zones. Decides by floor id and polygon. One instance
 * serves all users with the same segments until the maps or their pins change, so that what is made for a scope can be kept with it.
 */
public final class Scope {
    private final boolean everywhere;
    private final Set<FloorId> whole;
    private final Map<FloorId, List<Zone>> partial;
    private final Optional<PlaceTree> places;

    private Scope(
            boolean everywhere, Set<FloorId> whole, Map<FloorId, List<Zone>> partial, Optional<PlaceTree> places) {
        this.everywhere = everywhere;
        this.places = places;
        this.whole = Collections.unmodifiableSet(new LinkedHashSet<>(whole));
        this.partial = Map.copyOf(partial);
    }

    /** @param places the maps that were known when the scope was made */
    public static Scope ofEverything(Optional<PlaceTree> places) {
        return new Scope(true, Set.of(), Map.of(), places);
    }

    /** @param partial granted zones of floors that are not granted whole */
    public static Scope of(PlaceTree places, Set<FloorId> whole, Map<FloorId, List<Zone>> partial) {
        return new Scope(false, whole, partial, Optional.of(places));
    }

    /** Nothing at all. */
    public static Scope ofNothing() {
        return new Scope(false, Set.of(), Map.of(), Optional.empty());
    }

    /** The maps that the scope was made with: names and pictures are taken from the same ones. */
    public Optional<PlaceTree> places() {
        return places;
    }

    /** True for all places, also those that no map has yet. */
    public boolean everywhere() {
        return everywhere;
    }

    public boolean sees(FloorId floor, double x, double y) {
        if (seesWhole(floor)) {
            return true;
        }
        for (Zone zone : partial.getOrDefault(floor, List.of())) {
            if (zone.contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    public boolean seesWhole(FloorId floor) {
        return everywhere || whole.contains(floor);
    }

    /** True when the user sees the floor or a part of it. */
    public boolean touches(FloorId floor) {
        return seesWhole(floor) || partial.containsKey(floor);
    }

    /** The zones of the floor that the user sees: all where he sees the whole floor. */
    public List<Zone> zonesOf(Floor floor) {
        return seesWhole(floor.id()) ? floor.zones() : partial.getOrDefault(floor.id(), List.of());
    }

    /** An access point tells of its place: it is seen where a device at that place is. */
    public boolean sees(Floor floor, AccessPoint accessPoint) {
        return sees(floor.id(), accessPoint.x(), accessPoint.y());
    }

    /** The floors on the maps that he sees, whole or in part. */
    public Set<FloorId> floors() {
        var floors = new LinkedHashSet<FloorId>();
        places.ifPresent(tree -> tree.paths().stream()
                .map(path -> path.floor().id())
                .filter(this::touches)
                .forEach(floors::add));
        return floors;
    }
}
