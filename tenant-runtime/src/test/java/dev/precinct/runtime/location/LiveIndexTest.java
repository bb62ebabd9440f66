package dev.precinct.runtime.location;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.location.DeviceUpdate.Source;
import dev.precinct.runtime.location.LiveView.LiveChange;
import dev.precinct.runtime.location.cmx.ClientJson;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.testing.CmxDevice;
import dev.precinct.runtime.testing.TestingMaps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveIndexTest {
    private static final FloorId FLOOR_1 = new FloorId(TestingMaps.FLOOR_1);
    private static final FloorId FLOOR_2 = new FloorId(TestingMaps.FLOOR_2);
    private static final Instant SEEN = Instant.parse("2026-05-02T08:15:00Z");

    private final LiveIndex live = new LiveIndex();

    @Test
    void devicesOfAFloorComeInTheOrderOfTheirMacs() {
        live.apply(List.of(poll(CmxDevice.number(3, SEEN)), poll(CmxDevice.number(1, SEEN))));

        assertThat(live.onFloor(FLOOR_1).stream().map(LiveDevice::mac))
                .containsExactly("02:00:00:00:00:01", "02:00:00:00:00:03");
        assertThat(live.device("02:00:00:00:00:03".toUpperCase(java.util.Locale.ROOT)))
                .isPresent();
    }

    @Test
    void aDeviceThatChangesFloorIsOnOneOnly() {
        live.apply(List.of(poll(CmxDevice.number(1, SEEN))));
        live.apply(List.of(poll(CmxDevice.number(1, SEEN.plusSeconds(2)).at(TestingMaps.FLOOR_2, 1, 1))));

        assertThat(live.onFloor(FLOOR_1)).isEmpty();
        assertThat(live.onFloor(FLOOR_2)).hasSize(1);
        assertThat(live.all()).hasSize(1);
    }

    @Test
    void lateNewsMovesNothing() {
        live.apply(List.of(poll(CmxDevice.number(1, SEEN).at(TestingMaps.FLOOR_2, 1, 1))));
        live.apply(List.of(poll(CmxDevice.number(1, SEEN.minusSeconds(9)))));

        assertThat(live.onFloor(FLOOR_2)).hasSize(1);
    }

    @Test
    void aPushKeepsWhatOnlyAPollTells() {
        live.apply(List.of(poll(CmxDevice.number(1, SEEN))));
        var pushed = CmxDevice.number(1, SEEN.plusSeconds(2)).at(TestingMaps.FLOOR_1, 30, 30);
        live.apply(List.of(new DeviceUpdate(push(pushed), Source.PUSH)));

        var device = live.device(pushed.mac()).orElseThrow();
        assertThat(device.x()).isEqualTo(30);
        assertThat(device.client().traffic().sentBytes()).isEqualTo(1540);
        assertThat(device.client().times().firstLocated()).isNotNull();
    }

    @Test
    void listenersHearWhatChangedAndWhatIsGone() {
        var heard = new ArrayList<LiveChange>();
        try (var subscription = live.subscribe(heard::add)) {
            live.apply(List.of(poll(CmxDevice.number(1, SEEN))));
            live.apply(List.of(poll(CmxDevice.number(1, SEEN))));
            live.removeToldBefore(SEEN.plusSeconds(60));
            assertThat(subscription).isNotNull();
        }
        live.apply(List.of(poll(CmxDevice.number(2, SEEN))));

        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst().changed()).hasSize(1);
        assertThat(heard.getLast().removed()).hasSize(1);
    }

    @Test
    void equalRevisionsSawTheSame() {
        live.apply(List.of(poll(CmxDevice.number(1, SEEN))));
        long before = live.revision();

        live.removeToldBefore(SEEN.minusSeconds(60));
        assertThat(live.revision()).isEqualTo(before);

        live.apply(List.of(poll(CmxDevice.number(2, SEEN))));
        assertThat(live.revision()).isGreaterThan(before);
    }

    private static DeviceUpdate poll(CmxDevice device) {
        return new DeviceUpdate(ClientJson.live(device.toJson(), SEEN).orElseThrow(), Source.POLL);
    }

    private static LiveDevice push(CmxDevice device) {
        try {
            return dev.precinct.runtime.location.cmx.PushJson.device(
                            new com.fasterxml.jackson.databind.ObjectMapper()
                                    .readTree(device.toPush())
                                    .path("notifications")
                                    .path(0),
                            SEEN)
                    .orElseThrow();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
