package dev.precinct.runtime.access.segment;

import static dev.precinct.runtime.testing.TestingPlaces.NORTH_1;
import static dev.precinct.runtime.testing.TestingPlaces.NORTH_2;
import static dev.precinct.runtime.testing.TestingPlaces.SOUTH_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.administration.UserChanges;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.testing.TestingMaps;
import dev.precinct.runtime.testing.TestingPlaces;
import dev.precinct.tenancy.permission.SegmentPath;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private final TestingPins pins = new TestingPins();
    private Optional<PlaceTree> tree = Optional.of(TestingPlaces.two());
    private Permissions permissions = Permissions.EMPTY;
    private final Segments segments = new Segments(pins, () -> tree, () -> permissions);

    private Scope granted(String... texts) {
        List<SegmentPath> paths = Stream.of(texts).map(SegmentPath::new).toList();
        permissions =
                UserChanges.add(Permissions.EMPTY, "ana", new Grant(null, paths, null), new TreeSet<>(), "$argon2id$");
        segments.refresh();
        return segments.scopeOf(paths);
    }

    @Test
    void equallyNamedFloorsOfTwoBuildingsAreToldApart() {
        var scope = granted("Mall>South>Level 1");
        assertThat(scope.floors()).containsExactly(SOUTH_1);
        assertThat(scope.sees(NORTH_1, 1, 1)).isFalse();
        assertThat(scope.sees(SOUTH_1, 1, 1)).isTrue();
    }

    @Test
    void aRenamedFloorStaysGrantedAndAnotherWithItsOldNameIsNot() {
        assertThat(granted("Mall>North>Level 1").seesWhole(NORTH_1)).isTrue();
        // Level 1 becomes the name of the floor that was Level 2.
        String renamed = TestingMaps.named("Ground").replace("\"name\": \"Level 2\"", "\"name\": \"Level 1\"");
        tree = Optional.of(TestingPlaces.of(renamed, 2));
        segments.refresh();
        var after = segments.scopeOf(List.of(new SegmentPath("Mall>North>Level 1")));
        assertThat(after.seesWhole(NORTH_1)).isTrue();
        assertThat(after.touches(NORTH_2)).isFalse();
    }

    @Test
    void thePinSurvivesARestart() {
        granted("Mall>North>Level 1");
        tree = Optional.of(TestingPlaces.of(TestingMaps.named("Ground"), 2));
        var restarted = new Segments(pins, () -> tree, () -> permissions);
        restarted.refresh();
        assertThat(restarted
                        .scopeOf(List.of(new SegmentPath("Mall>North>Level 1")))
                        .seesWhole(NORTH_1))
                .isTrue();
        assertThat(restarted.unresolved()).isEmpty();
    }

    @Test
    void whatNamesNoPlaceGrantsNothingAndIsReported() {
        var scope = granted("Mall>North>Level 9", "Nowhere", "Mall>North>Level 1>Cellar");
        assertThat(scope.floors()).isEmpty();
        assertThat(segments.unresolved())
                .containsExactlyInAnyOrder("Mall>North>Level 9", "Nowhere", "Mall>North>Level 1>Cellar");
        assertThat(segments.mayBeGranted(new SegmentPath("Nowhere"))).isFalse();
        assertThat(segments.mayBeGranted(new SegmentPath("Mall>South"))).isTrue();
    }

    @Test
    void aNameThatTwoPlacesHaveIsNotGuessed() {
        String twins = TestingMaps.named("Level 2");
        tree = Optional.of(TestingPlaces.of(twins, 2));
        assertThat(granted("Mall>North>Level 2").floors()).isEmpty();
    }

    @Test
    void aBuildingTakesInItsFloorsAndAZoneOnlyItsPolygon() {
        assertThat(granted("Mall>North").floors()).containsExactlyInAnyOrder(NORTH_1, NORTH_2);
        var zone = granted("Mall>North>Level 1>Hall");
        assertThat(zone.seesWhole(NORTH_1)).isFalse();
        assertThat(zone.sees(NORTH_1, 10, 10)).isTrue();
        assertThat(zone.sees(NORTH_1, 55, 10)).isFalse();
        assertThat(zone.sees(NORTH_2, 10, 10)).isFalse();
    }

    @Test
    void aZoneBesideItsWholeFloorAddsNothing() {
        assertThat(granted("Mall>North>Level 1>Hall", "Mall>North>Level 1").seesWhole(NORTH_1))
                .isTrue();
    }

    @Test
    void beforeTheFirstMapSyncNothingIsSeenButEverywhere() {
        tree = Optional.empty();
        assertThat(granted("Mall").sees(NORTH_1, 1, 1)).isFalse();
        assertThat(granted("*").sees(NORTH_1, 1, 1)).isTrue();
        assertThat(segments.unresolved()).isEmpty();
    }

    @Test
    void aSegmentThatNobodyHasAnyMoreIsLetGo() {
        granted("Mall>North");
        assertThat(pins.kept).hasSize(1);
        granted("*");
        assertThat(pins.kept).isEmpty();
    }

    @Test
    void theSameSegmentsGiveTheSameScopeUntilTheMapsChange() {
        var first = granted("Mall>North");
        assertThat(segments.scopeOf(List.of(new SegmentPath("Mall>North")))).isSameAs(first);
        tree = Optional.of(TestingPlaces.of(TestingMaps.named("Ground"), 2));
        segments.refresh();
        assertThat(segments.scopeOf(List.of(new SegmentPath("Mall>North")))).isNotSameAs(first);
    }

    private static final class TestingPins implements PinStore {
        private final Map<SegmentPath, SegmentPin> kept = new HashMap<>();

        @Override
        public Map<SegmentPath, SegmentPin> read() {
            return Map.copyOf(kept);
        }

        @Override
        public Map<SegmentPath, SegmentPin> change(Collection<SegmentPin> added, Collection<SegmentPin> removed) {
            removed.forEach(pin -> kept.remove(pin.path(), pin));
            added.forEach(pin -> kept.putIfAbsent(pin.path(), pin));
            return read();
        }
    }
}
