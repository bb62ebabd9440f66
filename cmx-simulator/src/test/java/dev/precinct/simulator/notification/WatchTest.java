package dev.precinct.simulator.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.place.Point;
import dev.precinct.simulator.settings.Release;
import dev.precinct.simulator.synthetic.Worlds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final long LEVEL_1 = 723413320329069011L;
    private static final long LEVEL_2 = 723413320329069012L;
    private static final Device PHONE =
            new Device(1, "02:00:00:00:00:01", true, null, "", "campus", List.of("10.0.0.1"), false);
    private final List<Event> events = new ArrayList<>();

    private static Subscription subscription(String type, String... conditions) throws IOException {
        var body = new ObjectMapper().createObjectNode().put("name", "s").put("notificationType", type);
        var list = body.putArray("rules").addObject().putArray("conditions");
        for (var condition : conditions) {
            list.addObject().put("condition", condition);
        }
        body.put("enabled", "True").put("enableMacScrambling", "True").put("macScramblingSalt", "listening");
        return Subscription.read(body, "learning");
    }

    private static Sighting seen(long seconds, long floor, double x, double y) {
        var at = new Point(x, y);
        return new Sighting(PHONE, seconds * 1000, 0, new Sighting.Spot(floor, at, at, 24), null, null);
    }

    private Watch watch(String type, String... conditions) throws IOException {
        return new Watch(subscription(type, conditions), Release.V10_6);
    }

    private void see(Watch watch, Sighting sighting) {
        watch.see(sighting, Worlds.VENUE.now(), events::add);
    }

    @Test
    void aLocationUpdateComesForEveryFixInThePlaceAndForNoOther() throws IOException {
        var watch = watch(
                "LocationUpdate",
                "locationupdate.deviceType == client",
                "locationupdate.hierarchy == North Campus>Library>Level 1");
        see(watch, seen(1, LEVEL_1, 20, 20));
        see(watch, seen(5, LEVEL_2, 20, 20));
        see(watch, seen(9, LEVEL_1, 20, 20));
        assertThat(events).hasSize(2).allMatch(event -> event instanceof Event.Located);
    }

    @Test
    void aMacListKeepsOthersOut() throws IOException {
        see(watch("locationupdate", "locationupdate.macAddressList == 02:00:00:00:00:09;"), seen(1, LEVEL_1, 20, 20));
        see(watch("locationupdate", "locationupdate.deviceType == tag"), seen(1, LEVEL_1, 20, 20));
        assertThat(events).isEmpty();
        see(watch("locationupdate", "locationupdate.macAddressList == 02:00:00:00:00:01;"), seen(1, LEVEL_1, 20, 20));
        assertThat(events).hasSize(1);
    }

    @Test
    void aMovementIsToldFromItsDistanceOnAndAsTenThousandFeetToAnotherFloor() throws IOException {
        var watch = watch("movement", "movement.distance > 20");
        see(watch, seen(1, LEVEL_1, 20, 20));
        see(watch, seen(5, LEVEL_1, 35, 20));
        see(watch, seen(9, LEVEL_1, 45, 20));
        see(watch, seen(13, LEVEL_2, 45, 20));
        assertThat(events).extracting(event -> ((Event.Moved) event).feet()).containsExactly(25.0, 10_000.0);
    }

    @Test
    void leavingAPlaceTellsTheNewPlace() throws IOException {
        var watch = watch("InOut", "inout.hierarchy == North Campus>Library>Level 1");
        see(watch, seen(1, LEVEL_1, 20, 20));
        see(watch, seen(5, LEVEL_2, 20, 20));
        assertThat(events).hasSize(2);
        assertThat((Event.Crossed) events.get(1))
                .matches(crossed -> !crossed.inside() && crossed.areaType().equals("FLOOR"))
                .matches(crossed -> crossed.sighting().floorId() == LEVEL_2);
    }

    @Test
    void onlyTheAskedDirectionIsTold() throws IOException {
        var watch = watch("InOut", "inout.hierarchy == North Campus>Library>Level 1", "inout.in/out == in");
        see(watch, seen(1, LEVEL_1, 20, 20));
        see(watch, seen(5, LEVEL_2, 20, 20));
        assertThat(events).hasSize(1);
    }

    @Test
    void anAbsenceIsToldOnce() throws IOException {
        var watch = watch("Absence", "absence.absenceDurationInMinutes > 15");
        see(watch, seen(0, LEVEL_1, 20, 20));
        watch.look(14 * 60_000, events::add);
        assertThat(events).isEmpty();
        watch.look(16 * 60_000, events::add);
        watch.look(17 * 60_000, events::add);
        assertThat(events).hasSize(1);
    }

    @Test
    void anAssociationEndsWhenTheDeviceIsGone() throws IOException {
        var watch = watch("Association", "association.deviceType == client");
        see(watch, seen(0, LEVEL_1, 20, 20));
        see(watch, seen(4, LEVEL_1, 20, 20));
        watch.look(120_000, events::add);
        assertThat(events).extracting(event -> ((Event.Associated) event).now()).containsExactly(true, false);
    }

    @Test
    void scrambledIdsHideTheAddressAndDependOnTheSalt() throws IOException {
        assertThat(subscription("movement").deviceId("02:00:00:00:00:01"))
                .matches("00:00(:[0-9a-f]{2}){4}")
                .isEqualTo(subscription("movement").deviceId("02:00:00:00:00:01"))
                .isNotEqualTo(subscription("movement").deviceId("02:00:00:00:00:02"));
    }

    @Test
    void nonsenseIsRefusedWithItsReason() {
        assertThatThrownBy(() -> subscription("teleport")).hasMessageContaining("teleport");
        assertThatThrownBy(() -> subscription("movement", "distance 20")).hasMessageContaining("distance 20");
        assertThatThrownBy(() -> subscription("movement", "movement.distance > far"))
                .hasMessageContaining("far");
    }
}
