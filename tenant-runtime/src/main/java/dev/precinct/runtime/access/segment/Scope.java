package dev.precinct.runtime.access.segment;

import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.Zone;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places that a user sees: all, or some floors whole and some only within zones. Decides by floor id and polygon. One instance
 * serves all users with the same segments until the maps or their pins change, so that what is made for a scope can be kept with it.
 */
public final class Scope {
    private final boolean everywhere;
    private final Set<FloorId> whole;
    private final Map<FloorId, List<Zone>> partial;

    private Scope(boolean everywhere, Set<FloorId> whole, Map<FloorId, List<Zone>> partial) {
        this.everywhere = everywhere;
        this.whole = Collections.unmodifiableSet(new LinkedHashSet<>(whole));
        this.partial = Map.copyOf(partial);
    }

    public static Scope ofEverything() {
        return new Scope(true, Set.of(), Map.of());
    }

    /** @param partial granted zones of floors that are not granted whole */
    public static Scope of(Set<FloorId> whole, Map<FloorId, List<Zone>> partial) {
        return new Scope(false, whole, partial);
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

    /** The floors that he sees, whole or in part; meaningless where {@link #everywhere()}. */
    public Set<FloorId> floors() {
        var floors = new LinkedHashSet<>(whole);
        floors.addAll(partial.keySet());
        return floors;
    }
}
