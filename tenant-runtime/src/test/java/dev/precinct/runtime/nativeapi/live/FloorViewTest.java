package dev.precinct.runtime.nativeapi.live;

import static dev.precinct.runtime.testing.TestingPlaces.NORTH_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.access.disclosure.Pseudonyms;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.nativeapi.live.FloorView.Lens;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.testing.CmxRecords;
import dev.precinct.runtime.testing.TestingMaps;
import dev.precinct.runtime.testing.TestingPlaces;
import dev.precinct.tenancy.permission.Disclosure;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloorViewTest {
    private static final PlaceTree PLACES = TestingPlaces.two();
    private static final Floor FLOOR = PLACES.floor(NORTH_1).orElseThrow();
    private static final Scope HALL = Scope.of(
            PLACES,
            Set.of(),
            Map.of(
                    NORTH_1,
                    FLOOR.zones().stream()
                            .filter(zone -> zone.name().equals("Hall"))
                            .toList()));

    private static Lens lens(Disclosure disclosure, int stream) {
        return new Lens(
                FLOOR,
                HALL,
                disclosure,
                new Pseudonyms(new byte[] {1}),
                new Pseudonyms(new byte[] {(byte) stream}),
                ZoneId.of("America/Bogota"));
    }

    private static List<LiveDevice> crowd(int inside) {
        return IntStream.range(0, inside + 3)
                .mapToObj(i -> CmxRecords.at(i, TestingMaps.FLOOR_1, i < inside ? 10 : 150, 10))
                .toList();
    }

    @Test
    void onlyDevicesInTheCallersZonesAreShownAndCounted() {
        var view = FloorView.of(lens(Disclosure.FULL, 2), crowd(4));
        assertThat(view.devices()).hasSize(4);
        assertThat(view.count()).isEqualTo(new FloorView.CountJson(4, 2, false));
        assertThat(view.devices().values()).allSatisfy(device -> {
            assertThat(device.zone()).isEqualTo("Hall");
            assertThat(device.seenAt()).endsWith("-05:00");
        });
    }

    @Test
    void idsFollowTheDisclosure() {
        var pseudonymous = FloorView.of(lens(Disclosure.PSEUDONYMOUS, 2), crowd(1));
        String id = pseudonymous.devices().keySet().iterator().next();
        assertThat(id).isEqualTo(new Pseudonyms(new byte[] {1}).mac("02:00:00:00:00:00"));
        var hidden = new Disclosure("no-mac", Set.of("macAddress", "manufacturer", "ssId"), Set.of(), false);
        var one = FloorView.of(lens(hidden, 2), crowd(1))
                .devices()
                .values()
                .iterator()
                .next();
        var other = FloorView.of(lens(hidden, 3), crowd(1))
                .devices()
                .values()
                .iterator()
                .next();
        assertThat(one.id()).as("another stream, another id").isNotEqualTo(other.id());
        assertThat(one.manufacturer()).isNull();
        assertThat(one.ssid()).isNull();
    }

    @Test
    void countsOnlyShowsNoDeviceAndNoSmallCount() {
        var few = FloorView.of(lens(Disclosure.AGGREGATED, 2), crowd(4));
        assertThat(few.devices()).isEmpty();
        assertThat(few.count()).isEqualTo(new FloorView.CountJson(null, null, true));
        var many = FloorView.of(lens(Disclosure.AGGREGATED, 2), crowd(20));
        assertThat(many.count()).isEqualTo(new FloorView.CountJson(20, 10, false));
        var lopsided = FloorView.of(lens(Disclosure.AGGREGATED, 2), crowd(6));
        assertThat(lopsided.count().devices()).isEqualTo(6);
        assertThat(lopsided.count().probing()).isNull();
    }

    @Test
    void aStreamSaysWhatChangedAndNothingElse() {
        var events = new LiveEvents();
        var fresh = new LiveEvents.Freshness(null, 0L);
        events.snapshot("f", "t", fresh, FloorView.of(lens(Disclosure.FULL, 2), crowd(2)));
        assertThat(events.update("t", FloorView.of(lens(Disclosure.FULL, 2), crowd(2))))
                .isEmpty();
        var moved = List.of(CmxRecords.at(0, TestingMaps.FLOOR_1, 11, 10), CmxRecords.at(9, TestingMaps.FLOOR_1, 1, 1));
        var update = (LiveEvents.Update) events.update("t", FloorView.of(lens(Disclosure.FULL, 2), moved))
                .orElseThrow()
                .data();
        assertThat(update.upserts()).hasSize(2);
        assertThat(update.removed()).containsExactly("02:00:00:00:00:01");
    }

    @Test
    void staleAndFreshAreSaidOnceEach() {
        var events = new LiveEvents();
        var fresh = new LiveEvents.Freshness(null, 0L);
        var stale = new LiveEvents.Freshness(new LiveEvents.Stale("2026-05-02T10:00:00Z", "UNREACHABLE"), 30L);
        events.snapshot("f", "t", fresh, FloorView.of(lens(Disclosure.FULL, 2), List.of()));
        assertThat(events.freshness(fresh)).isEmpty();
        assertThat(events.freshness(stale).orElseThrow().name()).isEqualTo("stale");
        assertThat(events.freshness(stale)).isEmpty();
        assertThat(events.freshness(fresh).orElseThrow().name()).isEqualTo("fresh");
    }
}
