package dev.precinct.runtime.places.cmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.PlacePath;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Zone;
import dev.precinct.runtime.testing.TestingMaps;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MapJsonTest {
    private static final FloorId FLOOR_1 = new FloorId(TestingMaps.FLOOR_1);

    @Test
    void equalFloorNamesInTwoBuildingsAreTwoFloors() throws JsonProcessingException {
        var tree = tree(TestingMaps.two());

        assertThat(tree.paths().stream().map(PlacePath::text))
                .containsExactly("Mall>North>Level 1", "Mall>North>Level 2", "Mall>South>Level 1");
        assertThat(tree.path(new FloorId(TestingMaps.FLOOR_OF_SOUTH))
                        .orElseThrow()
                        .building()
                        .name())
                .isEqualTo("South");
    }

    @Test
    void idsBeyondADoubleAndBelowZeroStayExact() throws JsonProcessingException {
        var tree = tree(TestingMaps.two());

        assertThat(tree.floor(new FloorId("9111111111111111129"))).isPresent();
        assertThat(tree.floor(new FloorId("-9111111111111111128"))).isPresent();
    }

    @Test
    void aRenamedFloorKeepsItsIdAndThoseOfItsZones() throws JsonProcessingException {
        var before = tree(TestingMaps.two()).floor(FLOOR_1).orElseThrow();
        var after = tree(TestingMaps.named("Ground")).floor(FLOOR_1).orElseThrow();

        assertThat(after.name()).isEqualTo("Ground");
        assertThat(after.zones().stream().map(Zone::id))
                .isEqualTo(before.zones().stream().map(Zone::id).toList());
    }

    @Test
    void aPointIsInEveryZoneThatHoldsIt() throws JsonProcessingException {
        var floor = tree(TestingMaps.two()).floor(FLOOR_1).orElseThrow();

        assertThat(floor.zonesAt(45, 20).stream().map(Zone::name)).containsExactly("Hall", "Door");
        assertThat(floor.zonesAt(50, 20).stream().map(Zone::name)).containsExactly("Hall", "Door");
        assertThat(floor.zonesAt(61, 20)).isEmpty();
    }

    @Test
    void eachPartGivesWhatCmxGaveWithoutTheOthers() throws JsonProcessingException {
        var tree = tree(TestingMaps.two());
        var floor = tree.floor(FLOOR_1).orElseThrow();

        assertThat(floor.json().has("zones")).isFalse();
        assertThat(floor.json().path("image").path("width").asDouble()).isEqualTo(1600.0);
        assertThat(floor.zones().getFirst().json().path("zoneType").asText()).isEqualTo("ZONE");
        assertThat(floor.accessPoints().getFirst().mac()).isEqualTo("02:aa:00:00:01:00");
        assertThat(tree.campuses().getLast().json().path("members").isNull()).isTrue();
    }

    @Test
    void whoChangesWhatHeIsGivenChangesOnlyHisCopy() throws JsonProcessingException {
        var floor = tree(TestingMaps.two()).floor(FLOOR_1).orElseThrow();

        floor.json().removeAll();

        assertThat(floor.json().path("name").asText()).isEqualTo("Level 1");
    }

    @Test
    void anythingElseIsNoMaps() {
        assertThatThrownBy(() -> tree("{\"error\":\"CMX: System error\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PlaceTree tree(String json) throws JsonProcessingException {
        return MapJson.tree(new ObjectMapper().readTree(json), 1, Instant.EPOCH);
    }
}
