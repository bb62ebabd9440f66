package dev.precinct.simulator.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.Sighting;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticWorldTest {
    private static final long NOON = Worlds.NOON;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private final SyntheticWorld world = Worlds.campus(400, 1);

    @Test
    void theSameSeedGivesTheSameWorldWhateverWasAskedBefore() {
        var other = Worlds.campus(400, 1);
        Worlds.present(other, NOON - 30 * HOUR);
        assertThat(Worlds.present(other, NOON)).isEqualTo(Worlds.present(world, NOON));
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertThat(Worlds.present(Worlds.campus(400, 2), NOON)).isNotEqualTo(Worlds.present(world, NOON));
    }

    @Test
    void theHistoryOfADayHoldsWhatWasLiveThen() {
        for (var sighting : Worlds.present(world, NOON).subList(0, 60)) {
            assertThat(Worlds.sightings(world, sighting.device(), NOON - HOUR, NOON))
                    .contains(sighting);
        }
    }

    @Test
    void lunchIsFullAndNightAndWeekendAreNot() {
        var lunch = Worlds.present(world, NOON).size();
        assertThat(lunch).isBetween(385, 420);
        assertThat(Worlds.present(world, NOON - 9 * HOUR).size()).isBetween(5, 40);
        assertThat(Worlds.present(world, NOON - 4 * HOUR).size()).isBetween(60, 250);
        assertThat(Worlds.present(world, NOON + 4 * 24 * HOUR).size()).isLessThan(lunch / 2);
    }

    @Test
    void aSteadyCampusIsFullAtNight() {
        assertThat(Worlds.present(Worlds.world(500, 1, Rhythm.STEADY), NOON - 9 * HOUR))
                .hasSizeBetween(490, 510);
    }

    @Test
    void peopleComeAndGoOverTheDay() {
        var morning = macs(Worlds.present(world, NOON - 2 * HOUR));
        var afternoon = macs(Worlds.present(world, NOON + 3 * HOUR));
        assertThat(afternoon.stream().filter(mac -> !morning.contains(mac)).count())
                .isGreaterThan(100);
    }

    @Test
    void anAssociatedDeviceIsSeenEveryTwoToSixSeconds() {
        var times = Worlds.sightings(world, someone(true), NOON - HOUR / 6, NOON).stream()
                .mapToLong(Sighting::at)
                .toArray();
        assertThat(times).hasSizeGreaterThan(100);
        assertThat(IntStream.range(1, times.length).mapToLong(index -> times[index] - times[index - 1]))
                .allMatch(gap -> gap > 2_000 && gap < 6_000);
    }

    @Test
    void aProbingDeviceIsSeenLessOften() {
        assertThat(Worlds.sightings(world, someone(false), NOON - HOUR / 6, NOON))
                .hasSizeBetween(10, 20);
    }

    @Test
    void nobodyWalksFasterThanPeopleWalk() {
        for (var present : Worlds.present(world, NOON).subList(0, 80)) {
            var sightings = Worlds.sightings(world, present.device(), NOON - HOUR / 2, NOON);
            for (var index = 1; index < sightings.size(); index++) {
                var before = sightings.get(index - 1);
                var after = sightings.get(index);
                if (before.floorId() == after.floorId() && before.firstAt() == after.firstAt()) {
                    var seconds = (after.at() - before.at()) / 1000.0;
                    assertThat(before.truth().distanceTo(after.truth())).isLessThanOrEqualTo(5.2 * seconds + 0.1);
                }
            }
        }
    }

    @Test
    void everyDeviceIsOnItsFloorAndSomeWalk() {
        var walking = 0;
        for (var sighting : Worlds.present(world, NOON)) {
            var floor = Objects.requireNonNull(Worlds.VENUE.now().floor(sighting.floorId()));
            assertThat(sighting.reported().x()).isBetween(0.0, floor.dimension().width());
            assertThat(sighting.reported().y()).isBetween(0.0, floor.dimension().length());
            assertThat(sighting.reported().distanceTo(sighting.truth())).isLessThan(15);
            assertThat(sighting.confidenceFeet()).isBetween(24.0, 160.0);
            var earlier = world.latest(sighting.device(), NOON - 120_000);
            walking += earlier != null && earlier.truth().distanceTo(sighting.truth()) > 10 ? 1 : 0;
        }
        assertThat(walking).isGreaterThan(20);
    }

    @Test
    void everyFloorIsVisited() {
        assertThat(Worlds.present(world, NOON).stream().map(Sighting::floorId).distinct())
                .hasSize(5);
    }

    @Test
    void devicesAreAsMixedAsOnARealCampus() {
        var devices = Worlds.present(world, NOON).stream().map(Sighting::device).toList();
        assertThat(share(devices, Device::associated)).isBetween(0.4, 0.6);
        assertThat(share(devices, device -> device.manufacturer() == null)).isBetween(0.2, 0.7);
        assertThat(share(devices, device -> "26ae".indexOf(device.macAddress().charAt(1)) >= 0))
                .isGreaterThan(0.3);
        assertThat(share(devices, device -> !device.userName().isEmpty())).isBetween(0.2, 0.5);
        assertThat(share(devices, device -> device.ipAddresses().size() > 1)).isGreaterThan(0.1);
        assertThat(macs(Worlds.present(world, NOON))).hasSameSizeAs(devices);
    }

    @Test
    void someDevicesCarryAZoneNameThatDoesNotFit() {
        var stale = Worlds.present(world, NOON).stream()
                .filter(sighting -> sighting.zone() != null)
                .count();
        assertThat(stale).isBetween(4L, 40L);
    }

    private Device someone(boolean associated) {
        return Worlds.present(world, NOON - HOUR / 6).stream()
                .filter(sighting -> sighting.device().associated() == associated)
                .map(Sighting::device)
                .filter(device -> Worlds.sightings(world, device, NOON - 60_000, NOON)
                                        .size()
                                > 0
                        && Objects.requireNonNull(world.latest(device, NOON)).firstAt() < NOON - HOUR / 6)
                .findFirst()
                .orElseThrow();
    }

    private static HashSet<String> macs(List<Sighting> sightings) {
        var macs = new HashSet<String>();
        sightings.forEach(sighting -> macs.add(sighting.device().macAddress()));
        return macs;
    }

    private static double share(List<Device> devices, Predicate<Device> of) {
        return devices.stream().filter(of).count() / (double) devices.size();
    }
}
