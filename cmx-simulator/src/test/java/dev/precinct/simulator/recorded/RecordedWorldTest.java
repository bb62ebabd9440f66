package dev.precinct.simulator.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.MapsTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedWorldTest {
    private static final long START = 1_700_000_000_000L;

    @TempDir
    private Path folder = Path.of("set by the test engine");

    private static String record(String mac, long changedOn, double x, String hierarchy) {
        return """
                {"macAddress":"%s","changedOn":%d,"mapCoordinate":{"x":%s,"y":5.0},"confidenceFactor":40.0,
                 "dot11Status":"ASSOCIATED","mapInfo":{"mapHierarchyString":"%s","floorRefId":"900000000000000001",
                 "floorDimension":{"width":100.0,"length":50.0,"height":10.0},"image":{"imageName":"floor.png"}},
                 "historyLogReason":"FLOOR_CHANGE","ipAddress":["10.0.0.9"],"userName":null,"ssId":"x"}""".formatted(mac, changedOn, x, hierarchy);
    }

    private void write(String name, String... records) throws IOException {
        Files.writeString(folder.resolve(name), "[" + String.join(",", records) + "]");
    }

    private RecordedWorld world() throws IOException {
        write("allClients.json", record("00:00:00:00:00:02", 7, 70, "C>B>F"));
        write(
                "history_a.json",
                record("00:00:00:00:00:01", 20_000, 30, ""),
                record("00:00:00:00:00:01", 14_000, 20, ""),
                record("00:00:00:00:00:01", 10_000, 10, ""));
        return RecordedWorld.of(RecordingFolder.read(folder), START);
    }

    private static List<Sighting> sightings(RecordedWorld world, Device device, long from, long to) {
        var all = new ArrayList<Sighting>();
        world.sightings(device, from, to, all::add);
        return all;
    }

    @Test
    void theFirstRecordFallsOnTheStartAndTheLoopGoesOnForEver() throws IOException {
        var world = world();
        var walker = world.devices().get(1);
        assertThat(world.turnMillis()).isEqualTo(14_000);
        assertThat(sightings(world, walker, START - 1, START + 28_000))
                .extracting(
                        sighting -> sighting.at() - START,
                        sighting -> sighting.reported().x())
                .containsExactly(
                        Tuple.tuple(0L, 10.0),
                        Tuple.tuple(4_000L, 20.0),
                        Tuple.tuple(10_000L, 30.0),
                        Tuple.tuple(14_000L, 10.0),
                        Tuple.tuple(18_000L, 20.0),
                        Tuple.tuple(24_000L, 30.0),
                        Tuple.tuple(28_000L, 10.0));
    }

    @Test
    void yesterdayIsAnEarlierTurnOfTheSameLoop() throws IOException {
        var world = world();
        var walker = world.devices().get(1);
        assertThat(Objects.requireNonNull(world.latest(walker, START - 1))
                        .reported()
                        .x())
                .isEqualTo(30);
        assertThat(sightings(world, walker, START - 14_001, START - 1)).hasSize(3);
        for (var at = START - 50_000; at < START + 50_000; at += 777) {
            var newest = sightings(world, walker, at - 14_000, at).getLast();
            assertThat(world.latest(walker, at)).isEqualTo(newest);
        }
    }

    @Test
    void aDeviceWithoutHistoryRestsWhereItWasAndIsStillSeen() throws IOException {
        var world = world();
        var resting = world.devices().getFirst();
        var seen = Objects.requireNonNull(world.latest(resting, START + 3_600_000));
        assertThat(seen.reported().x()).isEqualTo(70);
        assertThat(START + 3_600_000 - seen.at()).isBetween(0L, 4_000L);
    }

    @Test
    void floorsThatOnlyRecordsKnowAreAdded() throws IOException {
        world();
        var venue = MapsTree.read(RecordedMaps.tree(RecordingFolder.read(folder)));
        assertThat(venue.floors()).hasSize(1);
        assertThat(venue.floors().getFirst().path()).isEqualTo("C>B>F");
        assertThat(venue.floors().getFirst().id()).isEqualTo(900000000000000001L);
    }

    @Test
    void aFolderThatCannotBeReplayedSaysWhy() throws IOException {
        assertThatThrownBy(() -> RecordingFolder.read(folder)).hasMessageContaining("none of");
        assertThatThrownBy(() -> RecordingFolder.read(folder.resolve("x"))).hasMessageContaining("no folder");
        Files.writeString(folder.resolve("allClients.json"), "{");
        assertThatThrownBy(() -> RecordingFolder.read(folder)).hasMessageContaining("allClients.json");
        write("allClients.json", "{}");
        assertThatThrownBy(() -> RecordingFolder.read(folder)).hasMessageContaining("record 1");
    }
}
