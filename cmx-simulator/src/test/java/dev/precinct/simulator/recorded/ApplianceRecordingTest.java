package dev.precinct.simulator.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.MapsTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over what a real appliance gave; runs where the folder is named by {@code SIMULATOR_RECORDED}. */
class ApplianceRecordingTest {
    private static final long START = 1_700_000_000_000L;
    private final String named = Objects.requireNonNullElse(System.getenv("SIMULATOR_RECORDED"), "");

    @BeforeEach
    void theFolderIsThere() {
        assumeThat(!named.isEmpty() && Files.isDirectory(Path.of(named)))
                .as("SIMULATOR_RECORDED names a folder that a real appliance gave")
                .isTrue();
    }

    @Test
    void everyRecordedDeviceIsOnAFloorOfTheRecordedMaps() {
        var folder = RecordingFolder.read(Path.of(named));
        var venue = MapsTree.read(RecordedMaps.tree(folder));
        var world = RecordedWorld.of(folder, START);
        for (var device : world.devices()) {
            var seen = Objects.requireNonNull(world.latest(device, START + 60_000));
            assertThat(venue.floor(seen.floorId())).isNotNull();
        }
    }

    @Test
    void aDayOfHistoryComesFromTheLoop() {
        var world = RecordedWorld.of(RecordingFolder.read(Path.of(named)), START);
        var all = new ArrayList<Sighting>();
        world.devices().forEach(device -> world.sightings(device, START - 86_400_000, START, all::add));
        assertThat(all.stream().filter(sighting -> sighting.reason() != null)).hasSizeGreaterThan(1000);
        assertThat(all).allMatch(sighting -> sighting.at() <= START);
    }
}
