package dev.precinct.simulator.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.simulator.maps.MapsView;
import dev.precinct.simulator.synthetic.CampusPlan;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MapsTreeTest {
    private static final long NEGATIVE = -9111472830164213129L;
    private final Venue venue = MapsTree.read(CampusPlan.load().mapsTree());

    @Test
    void floorsOfTwoBuildingsHaveEqualNamesAndOneIdIsNegative() {
        assertThat(venue.floors())
                .extracting(Floor::path)
                .contains(
                        "North Campus>Library>Level 1",
                        "North Campus>Science Hall>Level 1",
                        "North Campus>Library>Level 3");
        assertThat(venue.floors()).hasSize(5).extracting(Floor::id).contains(NEGATIVE);
        assertThat(venue.floors()).allMatch(floor -> Math.abs(floor.id()) > 1L << 53);
    }

    @Test
    void anEmptySystemCampusComesFirst() {
        var campuses = venue.tree().path("campuses");
        assertThat(campuses.path(0).path("name").asText()).isEqualTo("System Campus");
        assertThat(campuses.path(0).path("buildingList")).isEmpty();
    }

    @Test
    void zonesAreOpenRingsOfFourToTwelveCornersInsideTheirFloorAndSomeOverlap() {
        var overlaps = 0;
        for (var floor : venue.floors()) {
            for (var zone : floor.zones()) {
                var corners = zone.polygon().corners();
                assertThat(corners.size()).isBetween(4, 12);
                assertThat(corners.getFirst()).isNotEqualTo(corners.getLast());
                assertThat(corners)
                        .allMatch(corner ->
                                floor.dimension().clamp(corner.x(), corner.y()).equals(corner));
            }
            for (var x = 1.0; x < floor.dimension().width(); x += 3) {
                for (var y = 1.0; y < floor.dimension().length(); y += 3) {
                    overlaps += floor.zonesAt(x, y).size() > 1 ? 1 : 0;
                }
            }
        }
        assertThat(overlaps).isGreaterThan(10);
    }

    @Test
    void areaIdsAreSmallAndUnique() {
        var ids = venue.floors().stream()
                .flatMap(floor -> floor.zones().stream())
                .map(Zone::areaId)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id > 0 && id < 1000);
    }

    @Test
    void aRenamedFloorIsRenamedInItsHierarchyToo() {
        var renamed = Objects.requireNonNull(MapsTree.renamed(venue, NEGATIVE, "Top"));
        assertThat(Objects.requireNonNull(renamed.floor(NEGATIVE)).path()).isEqualTo("North Campus>Science Hall>Top");
        assertThat(renamed.tree().toString()).contains("\"hierarchyName\":\"North Campus>Science Hall>Top\"");
        assertThat(venue.tree().toString()).doesNotContain("Hall>Top");
        assertThat(MapsTree.renamed(venue, 5, "x")).isNull();
    }

    @Test
    void totalsAgreeWithTheLengthsOfTheLists() {
        var counts = new MapsView(venue).counts();
        assertThat(counts.path("totalCampuses").asInt())
                .isEqualTo(counts.path("campusCounts").size());
        assertThat(counts.path("totalFloors").asInt()).isEqualTo(5);
        assertThat(counts.path("totalAps").asInt())
                .isEqualTo(new MapsView(venue).accessPoints().size());
        for (var campus : counts.path("campusCounts")) {
            assertThat(campus.path("totalBuildings").asInt())
                    .isEqualTo(campus.path("buildingCounts").size());
        }
    }

    @Test
    void aPolygonHoldsWhatIsInsideAndNothingElse() {
        var corner = new Polygon(List.of(
                new Point(0, 0),
                new Point(10, 0),
                new Point(10, 5),
                new Point(5, 5),
                new Point(5, 10),
                new Point(0, 10)));
        assertThat(corner.contains(2, 8)).isTrue();
        assertThat(corner.contains(8, 2)).isTrue();
        assertThat(corner.contains(8, 8)).isFalse();
        assertThat(corner.contains(-1, 5)).isFalse();
    }
}
