package dev.precinct.runtime.location;

import dev.precinct.runtime.location.DeviceUpdate.Source;
import java.time.Instant;
import java.util.Optional;

/** What is known of a device after news of it. */
final class RecordMerge {
    private RecordMerge() {}

    static LiveDevice merged(LiveDevice known, DeviceUpdate update) {
        var told = update.device();
        var received = later(known.receivedAt(), told.receivedAt());
        if (told.seenAt().isBefore(known.seenAt())) {
            // late news moves nothing, but shows that the device is still there
            return new LiveDevice(known.mac(), known.fix(), known.link(), received, known.client());
        }
        var client = update.source() == Source.PUSH ? kept(known.client(), told.client()) : told.client();
        // the known MAC, so that one text lives for each device and not one for each poll
        return new LiveDevice(known.mac(), told.fix(), told.link(), received, client);
    }

    /** Whether people would see a difference: a new fix, link or place, not only a newer clock. */
    static boolean differs(LiveDevice before, LiveDevice after) {
        return !before.fix().equals(after.fix())
                || before.link() != after.link()
                || !before.client()
                        .told()
                        .hierarchy()
                        .equals(after.client().told().hierarchy());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** A push has no traffic, tags, areas, first sighting or status: those stay as the last poll told them. */
    private static ClientRecord kept(ClientRecord known, ClientRecord pushed) {
        var told = new ClientRecord.Told(
                pushed.told().hierarchy(),
                pushed.told().zones(),
                known.told().tags(),
                known.told().areaIds(),
                known.told().tracked(),
                known.told().networkStatus(),
                known.told().historyLogReason(),
                pushed.told().computeType());
        var radio = new ClientRecord.Radio(
                pushed.radio().ssid(),
                pushed.radio().band(),
                pushed.radio().apMac(),
                known.radio().detectingControllers(),
                pushed.radio().maxRssi().or(() -> known.radio().maxRssi()),
                Optional.ofNullable(pushed.radio().manufacturer())
                        .orElse(known.radio().manufacturer()));
        var account = new ClientRecord.Account(
                pushed.account().userName(),
                pushed.account().ipAddresses(),
                known.account().guest());
        var times = new ClientRecord.Times(
                pushed.times().serverTime(),
                known.times().firstLocated(),
                pushed.times().lastLocated(),
                pushed.times().changedOn(),
                known.times().source());
        return new ClientRecord(told, radio, account, known.traffic(), times, pushed.geo(), pushed.raw());
    }
}
