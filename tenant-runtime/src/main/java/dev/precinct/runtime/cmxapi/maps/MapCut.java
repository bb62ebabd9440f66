package dev.precinct.runtime.cmxapi.maps;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.places.AccessPoint;
import dev.precinct.runtime.places.Building;
import dev.precinct.runtime.places.Campus;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.PlaceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places of one scope, campus by campus, without branches that lead to nothing visible. A campus or building that the user sees
 * in part has no picture and no size: they would tell how much more there is.
 */
public final class MapCut {
    private static final List<String> DRAWN_ON_THE_FLOOR =
            List.of("obstacles", "gpsMarkers", "exciters", "referenceMarkers", "filterRails", "filterRegions");

    private final Scope scope;
    private final long version;
    private final List<CampusCut> campuses;

    record CampusCut(Campus campus, boolean whole, List<BuildingCut> buildings) {}

    record BuildingCut(Building building, boolean whole, List<FloorCut> floors) {}

    record FloorCut(Floor floor, String path, List<AccessPoint> accessPoints) {}

    public MapCut(PlaceTree tree, Scope scope) {
        this.scope = scope;
        this.version = tree.cmxVersion();
        this.campuses = tree.campuses().stream()
                .map(this::cut)
                .filter(cut -> scope.everywhere() || !cut.buildings().isEmpty())
                .toList();
    }

    private CampusCut cut(Campus campus) {
        List<BuildingCut> buildings = campus.buildings().stream()
                .map(building -> cut(campus, building))
                .filter(cut -> scope.everywhere() || !cut.floors().isEmpty())
                .toList();
        boolean whole = buildings.size() == campus.buildings().size()
                && buildings.stream().allMatch(BuildingCut::whole);
        return new CampusCut(campus, whole, buildings);
    }

    private BuildingCut cut(Campus campus, Building building) {
        List<FloorCut> floors = building.floors().stream()
                .filter(floor -> scope.touches(floor.id()))
                .map(floor -> new FloorCut(
                        floor,
                        campus.name() + ">" + building.name() + ">" + floor.name(),
                        floor.accessPoints().stream()
                                .filter(accessPoint -> scope.sees(floor, accessPoint))
                                .toList()))
                .toList();
        boolean whole = building.floors().stream().allMatch(floor -> scope.seesWhole(floor.id()));
        return new BuildingCut(building, whole, floors);
    }

    List<CampusCut> campuses() {
        return campuses;
    }

    /** {@code /maps}. */
    public ObjectNode tree() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("version", version);
        ArrayNode list = node.putArray("campuses");
        campuses.forEach(cut -> list.add(json(cut)));
        return node;
    }

    private ObjectNode json(CampusCut cut) {
        ObjectNode node = cut.campus().json();
        if (!cut.whole()) {
            withoutExtent(node);
        }
        ArrayNode list = node.putArray("buildingList");
        cut.buildings().forEach(building -> list.add(json(building)));
        return node;
    }

    private ObjectNode json(BuildingCut cut) {
        ObjectNode node = cut.building().json();
        if (!cut.whole()) {
            withoutExtent(node);
        }
        ArrayNode list = node.putArray("floorList");
        cut.floors().forEach(floor -> list.add(json(floor)));
        return node;
    }

    private static void withoutExtent(ObjectNode node) {
        node.putNull("image");
        if (node.get("dimension") instanceof ObjectNode dimension) {
            List.of("length", "width", "height", "offsetX", "offsetY").forEach(name -> dimension.put(name, 0.0));
        }
    }

    private ObjectNode json(FloorCut cut) {
        Floor floor = cut.floor();
        ObjectNode node = floor.json();
        ArrayNode zones = node.putArray("zones");
        scope.zonesOf(floor).forEach(zone -> zones.add(zone.json()));
        ArrayNode accessPoints = node.putArray("accessPoints");
        cut.accessPoints().forEach(accessPoint -> accessPoints.add(accessPoint.json()));
        if (!scope.seesWhole(floor.id())) {
            // Walls and markers are drawn over the whole floor: they would show the rooms that he may not see.
            DRAWN_ON_THE_FLOOR.forEach(node::putArray);
        }
        return node;
    }

    /** {@code /maps/info/{campus}}; empty for a campus that is foreign or missing alike. */
    public Optional<ObjectNode> campus(String name) {
        return campusCut(name).map(this::json);
    }

    /** {@code /maps/info/{campus}/{building}}. */
    public Optional<ObjectNode> building(String campus, String name) {
        return buildingCut(campus, name).map(this::json);
    }

    /** {@code /maps/info/{campus}/{building}/{floor}}. */
    public Optional<ObjectNode> floor(String campus, String building, String name) {
        return floorCut(campus, building, name).map(this::json);
    }

    /** The floor with these names, when the user sees it or a part of it. */
    public Optional<Floor> visibleFloor(String campus, String building, String name) {
        return floorCut(campus, building, name).map(FloorCut::floor);
    }

    /** Floors that the user sees and that have this image, those that he sees whole first. */
    public List<Floor> floorsWithImage(String imageName) {
        var found = new ArrayList<Floor>();
        floors().map(FloorCut::floor)
                .filter(floor -> floor.image()
                        .filter(image -> image.name().equals(imageName))
                        .isPresent())
                .forEach(floor -> found.add(scope.seesWhole(floor.id()) ? 0 : found.size(), floor));
        return found;
    }

    private Stream<FloorCut> floors() {
        return campuses.stream()
                .flatMap(campus -> campus.buildings().stream())
                .flatMap(building -> building.floors().stream());
    }

    private Optional<CampusCut> campusCut(String name) {
        return campuses.stream().filter(cut -> cut.campus().name().equals(name)).findFirst();
    }

    private Optional<BuildingCut> buildingCut(String campus, String name) {
        return campusCut(campus).stream()
                .flatMap(cut -> cut.buildings().stream())
                .filter(cut -> cut.building().name().equals(name))
                .findFirst();
    }

    private Optional<FloorCut> floorCut(String campus, String building, String name) {
        return buildingCut(campus, building).stream()
                .flatMap(cut -> cut.floors().stream())
                .filter(cut -> cut.floor().name().equals(name))
                .findFirst();
    }

    /** {@code /maps/building/list}: names; with a name only that one, as often as it is there. */
    public ArrayNode buildingList(Optional<String> name) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        campuses.stream()
                .flatMap(cut -> cut.buildings().stream())
                .map(cut -> cut.building().name())
                .filter(each -> name.isEmpty() || each.equals(name.get()))
                .forEach(list::add);
        return list;
    }

    /** {@code /maps/floor/list}: {@code Campus>Building>Floor}; with a name only floors of that name. */
    public ArrayNode floorList(Optional<String> name) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        floors().filter(cut -> name.isEmpty() || cut.floor().name().equals(name.get()))
                .forEach(cut -> list.add(cut.path()));
        return list;
    }

    /** {@code /aps}. */
    public ArrayNode accessPoints() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        floors().flatMap(floor -> floor.accessPoints().stream()).forEach(accessPoint -> list.add(accessPoint.json()));
        return list;
    }
}
