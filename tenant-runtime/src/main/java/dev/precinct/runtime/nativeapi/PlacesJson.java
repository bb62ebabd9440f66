package dev.precinct.runtime.nativeapi;

import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.places.Building;
import dev.precinct.runtime.places.Campus;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places of one scope as {@code /v1/places} gives them. */
record PlacesJson(List<CampusJson> campuses) {

    record CampusJson(String id, String name, List<BuildingJson> buildings) {}

    record BuildingJson(String id, String name, List<FloorJson> floors) {}

    record FloorJson(
            String id,
            String name,
            int number,
            String path,
            DimensionJson dimension,
            @Nullable ImageJson image,
            boolean whole,
            List<ZoneJson> zones,
            List<AccessPointJson> accessPoints) {}

    record DimensionJson(double width, double length, String unit) {}

    record ImageJson(String url, double width, double height) {}

    record ZoneJson(String id, String name, List<List<Double>> polygon) {}

    record AccessPointJson(String name, double x, double y) {}

    static PlacesJson of(PlaceTree tree, Scope scope) {
        return new PlacesJson(tree.campuses().stream()
                .map(campus -> campus(campus, scope))
                .filter(campus -> !campus.buildings().isEmpty())
                .toList());
    }

    private static CampusJson campus(Campus campus, Scope scope) {
        return new CampusJson(
                campus.id().value(),
                campus.name(),
                campus.buildings().stream()
                        .map(building -> building(campus, building, scope))
                        .filter(building -> !building.floors().isEmpty())
                        .toList());
    }

    private static BuildingJson building(Campus campus, Building building, Scope scope) {
        String path = campus.name() + ">" + building.name() + ">";
        return new BuildingJson(
                building.id().value(),
                building.name(),
                building.floors().stream()
                        .filter(floor -> scope.touches(floor.id()))
                        .map(floor -> floor(floor, path + floor.name(), scope))
                        .toList());
    }

    private static FloorJson floor(Floor floor, String path, Scope scope) {
        return new FloorJson(
                floor.id().value(),
                floor.name(),
                floor.number(),
                path,
                new DimensionJson(
                        floor.dimension().widthFeet(), floor.dimension().lengthFeet(), "FEET"),
                floor.image()
                        .map(image -> new ImageJson(
                                "/v1/floors/" + floor.id().value() + "/image",
                                image.widthPixels(),
                                image.heightPixels()))
                        .orElse(null),
                scope.seesWhole(floor.id()),
                scope.zonesOf(floor).stream().map(PlacesJson::zone).toList(),
                floor.accessPoints().stream()
                        .filter(accessPoint -> scope.sees(floor, accessPoint))
                        .map(accessPoint -> new AccessPointJson(accessPoint.name(), accessPoint.x(), accessPoint.y()))
                        .toList());
    }

    private static ZoneJson zone(Zone zone) {
        return new ZoneJson(
                zone.id().value(),
                zone.name(),
                zone.corners().stream()
                        .map(corner -> List.of(corner.getX(), corner.getY()))
                        .toList());
    }
}
