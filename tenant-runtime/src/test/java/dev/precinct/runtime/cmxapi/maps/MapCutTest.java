package dev.precinct.runtime.cmxapi.maps;

import static dev.precinct.runtime.testing.TestingPlaces.NORTH_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Zone;
import dev.precinct.runtime.testing.TestingPlaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MapCutTest {
    private static final PlaceTree PLACES = TestingPlaces.two();
    private static final MapCut ALL = new MapCut(PLACES, Scope.ofEverything(Optional.of(PLACES)));
    private static final MapCut FLOOR = new MapCut(PLACES, Scope.of(PLACES, Set.of(NORTH_1), Map.of()));

    private static MapCut zones(String... names) {
        List<Zone> zones = PLACES.floor(NORTH_1).orElseThrow().zones().stream()
                .filter(zone -> List.of(names).contains(zone.name()))
                .toList();
        return new MapCut(PLACES, Scope.of(PLACES, Set.of(), Map.of(NORTH_1, zones)));
    }

    @Test
    void whoSeesEverythingSeesEmptyCampusesToo() {
        assertThat(ALL.tree().get("campuses")).hasSize(2);
        assertThat(ALL.floorList(Optional.empty())).hasSize(3);
    }

    @Test
    void oneFloorLeavesTheBranchThatLeadsToIt() {
        JsonNode tree = FLOOR.tree();
        assertThat(tree.get("campuses")).hasSize(1);
        assertThat(tree.at("/campuses/0/buildingList")).hasSize(1);
        assertThat(tree.at("/campuses/0/buildingList/0/floorList")).hasSize(1);
        assertThat(tree.toString()).doesNotContain("South", "Unassigned", "Level 2");
        assertThat(tree.at("/campuses/0/image").isNull()).isTrue();
        assertThat(tree.at("/campuses/0/buildingList/0/floorList/0/zones")).hasSize(2);
    }

    @Test
    void countsAreCountedFromWhatIsShown() {
        JsonNode counts = MapCounts.of(FLOOR);
        assertThat(counts.get("totalCampuses").intValue()).isEqualTo(1);
        assertThat(counts.get("totalBuildings").intValue()).isEqualTo(1);
        assertThat(counts.get("totalFloors").intValue()).isEqualTo(1);
        assertThat(counts.get("totalAps").intValue()).isEqualTo(1);
        assertThat(counts.at("/campusCounts/0/buildingCounts/0/floorCounts/0/apCount")
                        .intValue())
                .isEqualTo(1);
        assertThat(MapCounts.of(ALL).get("totalFloors").intValue()).isEqualTo(3);
    }

    @Test
    void aZoneAloneHasNoSiblingsAndNoForeignAccessPoints() {
        JsonNode door = zones("Door").tree().at("/campuses/0/buildingList/0/floorList/0");
        assertThat(door.get("zones")).hasSize(1);
        assertThat(door.toString()).doesNotContain("Hall");
        assertThat(door.get("accessPoints")).as("AP-1 stands in both zones").hasSize(1);
        assertThat(zones("Door").accessPoints()).hasSize(1);
        assertThat(door.get("obstacles")).isEmpty();
        assertThat(door.at("/dimension/width").doubleValue()).isEqualTo(200.5);
    }

    @Test
    void foreignPlacesAreLikeMissingOnes() {
        assertThat(FLOOR.campus("Unassigned"))
                .isEqualTo(FLOOR.campus("Nowhere"))
                .isEmpty();
        assertThat(FLOOR.building("Mall", "South")).isEmpty();
        assertThat(FLOOR.floor("Mall", "South", "Level 1")).isEmpty();
        assertThat(FLOOR.floor("Mall", "North", "Level 2")).isEmpty();
        assertThat(FLOOR.floor("Mall", "North", "Level 1")).isPresent();
        assertThat(FLOOR.buildingList(Optional.of("South"))).isEmpty();
        assertThat(FLOOR.floorList(Optional.of("Level 2"))).isEmpty();
        assertThat(FLOOR.floorList(Optional.of("Level 1"))).hasSize(1);
    }

    @Test
    void anImageIsGivenOnlyThroughAFloorThatIsSeen() {
        assertThat(FLOOR.floorsWithImage("domain_0_1.png")).hasSize(1);
        assertThat(FLOOR.floorsWithImage("domain_0_2.png")).isEmpty();
        var south = new MapCut(PLACES, Scope.of(PLACES, Set.of(TestingPlaces.SOUTH_1), Map.of()));
        assertThat(south.floorsWithImage("domain_0_1.png")).isEmpty();
    }
}
