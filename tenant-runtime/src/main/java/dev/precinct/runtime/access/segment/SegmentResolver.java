package dev.precinct.runtime.access.segment;

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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the one place that a segment's text names. Two places of the same name make it ambiguous: it then grants nothing. Pure. */
final class SegmentResolver {
    private final PlaceTree places;

    SegmentResolver(PlaceTree places) {
        this.places = places;
    }

    Optional<SegmentPin> resolve(SegmentPath path) {
        List<String> names = path.names();
        SegmentKind kind = SegmentKind.ofDepth(names.size());
        return switch (kind) {
            case EVERYWHERE -> Optional.empty(); // needs no pin
            case CAMPUS -> campus(names).map(place -> pin(path, kind, place.id().value()));
            case BUILDING ->
                building(names).map(place -> pin(path, kind, place.id().value()));
            case FLOOR -> floor(names).map(place -> pin(path, kind, place.id().value()));
            case ZONE ->
                floor(names)
                        .flatMap(floor -> only(floor.zones(), Zone::name, names.get(3)))
                        .map(place -> pin(path, kind, place.id().value()));
        };
    }

    /** True while the pinned place is on the maps, whatever its name is now. */
    boolean stillThere(SegmentPin pin) {
        return switch (pin.kind()) {
            case EVERYWHERE -> true;
            case CAMPUS -> places.campus(new CampusId(pin.placeId())).isPresent();
            case BUILDING -> places.building(new BuildingId(pin.placeId())).isPresent();
            case FLOOR -> places.floor(new FloorId(pin.placeId())).isPresent();
            case ZONE -> places.floorOf(new ZoneId(pin.placeId())).isPresent();
        };
    }

    private Optional<Campus> campus(List<String> names) {
        return only(places.campuses(), Campus::name, names.get(0));
    }

    private Optional<Building> building(List<String> names) {
        return campus(names).flatMap(campus -> only(campus.buildings(), Building::name, names.get(1)));
    }

    private Optional<Floor> floor(List<String> names) {
        return building(names).flatMap(building -> only(building.floors(), Floor::name, names.get(2)));
    }

    private static SegmentPin pin(SegmentPath path, SegmentKind kind, String id) {
        return new SegmentPin(path, kind, id);
    }

    private static <T> Optional<T> only(List<T> places, Function<T, String> nameOf, String name) {
        List<T> found = places.stream()
                .filter(place -> nameOf.apply(place).strip().equals(name))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
