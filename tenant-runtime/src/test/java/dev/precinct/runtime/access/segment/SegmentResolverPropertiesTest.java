package dev.precinct.runtime.access.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.places.PlacePath;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.testing.TestingPlaces;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentResolverPropertiesTest {
    /** Each is a beginning or an end of another. */
    private static final List<String> NAMES = List.of("A", "AA", "A 1", "A 10", "1", "10");

    private record Place(String campus, String building, List<String> floors) {}

    private static Arbitrary<String> name() {
        return Arbitraries.of(NAMES);
    }

    @Provide
    Arbitrary<PlaceTree> trees() {
        var floors = name().list().ofMinSize(1).ofMaxSize(3).uniqueElements();
        var building = Combinators.combine(name(), name(), floors).as(Place::new);
        return building.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .uniqueElements(place -> place.campus() + ">" + place.building())
                .map(SegmentResolverPropertiesTest::tree);
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return name().list().ofMinSize(1).ofMaxSize(3);
    }

    @Property
    void aSegmentNamesThePlaceOfExactlyTheseNamesAndNoNeighbour(
            @ForAll("trees") PlaceTree tree, @ForAll("paths") List<String> names) {
        var path = new SegmentPath(String.join(">", names));

        var found = new SegmentResolver(tree).resolve(path).map(SegmentPin::placeId);

        assertThat(found)
                .isEqualTo(tree.paths().stream()
                        .filter(place -> namesOf(place).subList(0, names.size()).equals(names))
                        .map(place -> idAt(place, names.size()))
                        .findFirst());
    }

    private static List<String> namesOf(PlacePath place) {
        return List.of(
                place.campus().name(), place.building().name(), place.floor().name());
    }

    private static String idAt(PlacePath place, int depth) {
        return List.of(
                        place.campus().id().value(),
                        place.building().id().value(),
                        place.floor().id().value())
                .get(depth - 1);
    }

    private static PlaceTree tree(List<Place> places) {
        var ids = new AtomicLong(100);
        String campuses = places.stream().collect(Collectors.groupingBy(Place::campus)).entrySet().stream()
                .map(campus -> node(
                        ids,
                        campus.getKey(),
                        "buildingList",
                        campus.getValue().stream()
                                .map(place -> node(
                                        ids,
                                        place.building(),
                                        "floorList",
                                        place.floors().stream()
                                                .map(floor -> floor(ids, floor))
                                                .collect(Collectors.joining(","))))
                                .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
        return TestingPlaces.of("{\"version\": 1, \"campuses\": [" + campuses + "]}", 1);
    }

    private static String node(AtomicLong ids, String name, String listName, String list) {
        return "{\"aesUidString\": \"%d\", \"name\": \"%s\", \"%s\": [%s]}"
                .formatted(ids.incrementAndGet(), name, listName, list);
    }

    private static String floor(AtomicLong ids, String name) {
        return """
                {"aesUidString": "%d", "name": "%s", "floorNumber": 1, "image": null, "zones": null, "accessPoints": null,
                 "dimension": {"length": 80.0, "width": 200.5, "height": 10.0, "unit": "FEET"}}""".formatted(ids.incrementAndGet(), name);
    }
}
