package dev.precinct.runtime.access.segment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.places.Building;
import dev.precinct.runtime.places.BuildingId;
import dev.precinct.runtime.places.Campus;
import dev.precinct.runtime.places.CampusId;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Zone;
import dev.precinct.runtime.places.ZoneId;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Pins segments to places and makes scopes of them. Thread-safe. */
public final class Segments {
    private final PinStore store;
    private final Supplier<Optional<PlaceTree>> places;
    private final Supplier<Permissions> permissions;
    private final Cache<Set<SegmentPath>, Scope> scopes =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private volatile State state;

    /** Pins and the maps that they were checked against; scopes are kept for one such state. */
    private record State(Map<SegmentPath, SegmentPin> pins, Optional<PlaceTree> places) {}

    public Segments(PinStore store, Supplier<Optional<PlaceTree>> places, Supplier<Permissions> permissions) {
        this.store = store;
        this.places = places;
        this.permissions = permissions;
        this.state = new State(Map.copyOf(store.read()), places.get());
    }

    /** One segment as a user has it. */
    public record Described(SegmentPath path, SegmentKind kind, boolean resolved) {}

    /**
     * Pins what can be pinned and lets go of pins that nothing needs: call it after a map sync and after a change of permissions. A
     * pin whose place is gone from the maps is let go too; its text then names whatever place has that name next.
     */
    public synchronized void refresh() {
        Optional<PlaceTree> tree = places.get();
        Map<SegmentPath, SegmentPin> pins = tree.isEmpty() ? state.pins() : pinned(tree.get());
        if (!pins.equals(state.pins()) || !sameTree(tree, state.places())) {
            state = new State(Map.copyOf(pins), tree);
            scopes.invalidateAll();
        }
    }

    private Map<SegmentPath, SegmentPin> pinned(PlaceTree tree) {
        var resolver = new SegmentResolver(tree);
        var wanted = new HashSet<SegmentPath>();
        permissions.get().segmentTexts().forEach(text -> wanted.add(new SegmentPath(text)));
        List<SegmentPin> removed = state.pins().values().stream()
                .filter(pin -> !wanted.contains(pin.path()) || !resolver.stillThere(pin))
                .toList();
        List<SegmentPin> added = wanted.stream()
                .filter(path -> {
                    SegmentPin pin = state.pins().get(path);
                    return pin == null || removed.contains(pin);
                })
                .map(resolver::resolve)
                .flatMap(Optional::stream)
                .toList();
        return added.isEmpty() && removed.isEmpty() ? state.pins() : store.change(added, removed);
    }

    private static boolean sameTree(Optional<PlaceTree> a, Optional<PlaceTree> b) {
        return Objects.equals(a.map(PlaceTree::revision), b.map(PlaceTree::revision));
    }

    /** The places of these segments together. The same instance for the same segments until maps or pins change. */
    public Scope scopeOf(List<SegmentPath> segments) {
        var key = Set.copyOf(segments);
        State seen = state;
        Scope scope = scopes.getIfPresent(key);
        if (scope != null) {
            return scope;
        }
        Scope made = make(key, seen);
        synchronized (this) {
            // A refresh may have come between: its state must not be mixed with a scope of the one before.
            return state == seen ? Objects.requireNonNull(scopes.get(key, ignored -> made)) : make(key, state);
        }
    }

    private static Scope make(Set<SegmentPath> segments, State state) {
        if (segments.contains(SegmentPath.EVERYWHERE)) {
            return Scope.ofEverything(state.places());
        }
        return state.places()
                .map(tree -> {
                    var whole = new HashSet<FloorId>();
                    var zones = new HashMap<FloorId, List<Zone>>();
                    segments.stream()
                            .map(state.pins()::get)
                            .filter(Objects::nonNull)
                            .forEach(pin -> add(pin, tree, whole, zones));
                    zones.keySet().removeAll(whole);
                    return Scope.of(tree, whole, zones);
                })
                .orElseGet(Scope::ofNothing);
    }

    private static void add(SegmentPin pin, PlaceTree tree, Set<FloorId> whole, Map<FloorId, List<Zone>> zones) {
        switch (pin.kind()) {
            case EVERYWHERE -> throw new IllegalStateException("a segment of all places is never pinned");
            case CAMPUS ->
                tree.campus(new CampusId(pin.placeId())).map(Campus::buildings).stream()
                        .flatMap(List::stream)
                        .forEach(building -> addFloors(building, whole));
            case BUILDING ->
                tree.building(new BuildingId(pin.placeId())).ifPresent(building -> addFloors(building, whole));
            case FLOOR -> tree.floor(new FloorId(pin.placeId())).ifPresent(floor -> whole.add(floor.id()));
            case ZONE -> {
                var id = new ZoneId(pin.placeId());
                tree.floorOf(id)
                        .ifPresent(floor -> tree.zone(id)
                                .ifPresent(zone -> zones.computeIfAbsent(floor, ignored -> new ArrayList<>())
                                        .add(zone)));
            }
        }
    }

    private static void addFloors(Building building, Set<FloorId> whole) {
        building.floors().stream().map(Floor::id).forEach(whole::add);
    }

    /** The segments as a user has them: what they are and whether they grant anything now. */
    public List<Described> describe(List<SegmentPath> segments) {
        State seen = state;
        return segments.stream()
                .map(path ->
                        new Described(path, SegmentKind.ofDepth(path.names().size()), resolved(path, seen)))
                .toList();
    }

    /** Texts of all grants that name no place of the present maps; none while no map is known, which is CMX's matter. */
    public List<String> unresolved() {
        State seen = state;
        if (seen.places().isEmpty()) {
            return List.of();
        }
        return permissions.get().segmentTexts().stream()
                .filter(text -> !resolved(new SegmentPath(text), seen))
                .toList();
    }

    /** True when the text names a place now, or nothing is known of places yet: then it can't be told. */
    public boolean mayBeGranted(SegmentPath path) {
        State seen = state;
        return seen.places().isEmpty()
                || resolved(path, seen)
                || new SegmentResolver(seen.places().get()).resolve(path).isPresent();
    }

    private static boolean resolved(SegmentPath path, State state) {
        if (path.equals(SegmentPath.EVERYWHERE)) {
            return true;
        }
        SegmentPin pin = state.pins().get(path);
        return pin != null
                && state.places()
                        .map(tree -> new SegmentResolver(tree).stillThere(pin))
                        .orElse(true);
    }
}
