package dev.precinct.runtime.location;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything else that CMX tells of a device, typed, with sentinels turned into absence: enough to give a v1, v2 or v3 record
 * again. What belongs to the map (names, ids, dimension, image) is not here: it comes from the places by the floor's id. What a
 * push does not tell keeps the value of the last poll.
 */
public record ClientRecord(
        Told told, Radio radio, Account account, Traffic traffic, Times times, Optional<GeoPosition> geo, Raw raw) {

    /**
     * Place and tracking as CMX words them.
     *
     * @param hierarchy {@code Campus>Building>Floor[>Zone]}, may be empty; never decided upon
     * @param zones CMX's own text of the zone, may be empty
     * @param historyLogReason null, {@code FLOOR_CHANGE}, {@code DISTANCE_CHANGE}, {@code NETWORK_STATUS_CHANGE}
     * @param computeType null in old releases, else for example {@code RSSI}
     */
    public record Told(
            String hierarchy,
            @Nullable String zones,
            List<String> tags,
            List<Integer> areaIds,
            boolean tracked,
            @Nullable String networkStatus,
            @Nullable String historyLogReason,
            @Nullable String computeType) {
        public Told {
            tags = List.copyOf(tags);
            areaIds = List.copyOf(areaIds);
        }
    }

    /**
     * The radio side.
     *
     * @param band {@code IEEE_802_11_A}, {@code IEEE_802_11_B} or {@code UNKNOWN}
     */
    public record Radio(
            @Nullable String ssid,
            String band,
            @Nullable String apMac,
            @Nullable String detectingControllers,
            Optional<MaxRssi> maxRssi,
            @Nullable String manufacturer) {}

    /** The strongest access point, in dBm. */
    public record MaxRssi(String apMac, String band, int slot, int rssiDbm, int antennaIndex, int lastHeardSeconds) {}

    /** Who uses the device. Empty user name: nobody logged in. */
    public record Account(@Nullable String userName, List<String> ipAddresses, boolean guest) {
        public Account {
            ipAddresses = List.copyOf(ipAddresses);
        }
    }

    /** Bytes of the whole session, also before the device came to its present place. */
    public record Traffic(long sentBytes, long receivedBytes) {}

    /**
     * By the appliance's clock, with its offset.
     *
     * @param changedOn last change of the record
     * @param source {@code sourceTimestamp}
     */
    public record Times(
            OffsetDateTime serverTime,
            @Nullable OffsetDateTime firstLocated,
            @Nullable OffsetDateTime lastLocated,
            Instant changedOn,
            @Nullable Instant source) {}

    /** In degrees. */
    public record GeoPosition(double latitude, double longitude) {}

    /** Position before smoothing, in feet; absent where CMX says -999. */
    public record Raw(@Nullable Double x, @Nullable Double y) {
        public static final Raw UNKNOWN = new Raw(null, null);
    }
}
