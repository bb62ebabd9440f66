package dev.precinct.runtime.location.cmx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.runtime.location.ClientRecord;
import dev.precinct.runtime.location.Fix;
import dev.precinct.runtime.location.LinkState;
import dev.precinct.runtime.location.LiveDevice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One entry of a pushed notification becomes ours: those that tell where a Wi-Fi client is. Others are nothing to us. */
public final class PushJson {
    private static final Set<String> WITH_PLACE = Set.of("locationupdate", "movement", "inout");

    private PushJson() {}

    /** The device that an entry tells of; empty for tags, associations, absences and entries without a place. */
    public static Optional<LiveDevice> device(JsonNode entry, Instant receivedAt) {
        var push = new Fields(entry);
        if (!WITH_PLACE.contains(push.text("notificationType", "").toLowerCase(Locale.ROOT))
                || !push.text("entity", "WIRELESS_CLIENTS").equals("WIRELESS_CLIENTS")) {
            return Optional.empty();
        }
        var lastSeen = push.parsed("lastSeen", CmxTime::text);
        var seenAt = lastSeen.map(OffsetDateTime::toInstant).or(() -> push.parsed("timestamp", CmxTime::millis));
        return seenAt.flatMap(seen -> fix(push, seen))
                .flatMap(fix -> mac(push)
                        .map(mac -> new LiveDevice(
                                mac, fix, link(push), receivedAt, record(push, fix.seenAt(), lastSeen))));
    }

    private static Optional<String> mac(Fields push) {
        return push.filled("macAddress").or(() -> push.filled("deviceId")).flatMap(ClientJson::mac);
    }

    /** {@code floorRefId} is exact; {@code floorId} is a number that some releases round, so it comes second. */
    private static Optional<Fix> fix(Fields push, Instant seenAt) {
        var floor = push.filled("floorRefId").or(() -> push.filled("floorId"));
        return ClientJson.fix(floor, push.at("locationCoordinate"), push.number("confidenceFactor"), seenAt);
    }

    private static LinkState link(Fields push) {
        if (push.at("associated").absent()) {
            return LinkState.UNKNOWN;
        }
        return push.flag("associated") ? LinkState.ASSOCIATED : LinkState.PROBING;
    }

    private static ClientRecord record(Fields push, Instant seenAt, Optional<OffsetDateTime> lastSeen) {
        var located = lastSeen.orElseGet(() -> seenAt.atOffset(ZoneOffset.UTC));
        var changedOn = push.parsed("timestamp", CmxTime::millis).orElse(seenAt);
        return new ClientRecord(
                new ClientRecord.Told(
                        push.shared("locationMapHierarchy", ""),
                        null,
                        List.of(),
                        List.of(),
                        true,
                        "ACTIVE",
                        null,
                        push.shared("locComputeType")),
                new ClientRecord.Radio(
                        push.shared("ssid"),
                        push.shared("band", "UNKNOWN"),
                        push.shared("apMacAddress"),
                        null,
                        ClientJson.maxRssi(push.at("maxDetectedRssi")),
                        push.shared("manufacturer")),
                new ClientRecord.Account(push.text("username"), push.texts("ipAddress"), false),
                new ClientRecord.Traffic(0, 0),
                new ClientRecord.Times(located, null, located, changedOn, null),
                ClientJson.geo(push.at("geoCoordinate")),
                ClientJson.raw(push.at("rawLocation")));
    }
}
