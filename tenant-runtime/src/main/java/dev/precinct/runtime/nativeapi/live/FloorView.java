package dev.precinct.runtime.nativeapi.live;

import dev.precinct.runtime.access.disclosure.FieldMask;
import dev.precinct.runtime.access.disclosure.Pseudonyms;
import dev.precinct.runtime.access.disclosure.SmallCounts;
import dev.precinct.runtime.access.segment.Scope;
import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.places.Floor;
import dev.precinct.runtime.places.Zone;
import dev.precinct.tenancy.permission.Disclosure;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A floor's devices as one scope and one disclosure show them at one moment. */
record FloorView(Map<String, DeviceJson> devices, CountJson count) {

    /** Absent values are hidden by the disclosure or not known to CMX. */
    record DeviceJson(
            String id,
            double x,
            double y,
            double confidence,
            @Nullable Boolean associated,
            @Nullable String seenAt,
            @Nullable String zone,
            @Nullable String manufacturer,
            @Nullable String ssid) {}

    /** Without numbers where they are too small to be told. */
    record CountJson(@Nullable Integer devices, @Nullable Integer probing, boolean suppressed) {}

    /**
     * How a floor is looked at.
     *
     * @param strangers gives a device whose MAC is hidden an id that means nothing outside of one stream
     */
    record Lens(
            Floor floor, Scope scope, Disclosure disclosure, Pseudonyms tenant, Pseudonyms strangers, ZoneId zone) {}

    static FloorView of(Lens lens, Collection<LiveDevice> onFloor) {
        var mask = new FieldMask(lens.disclosure(), lens.tenant());
        var devices = new LinkedHashMap<String, DeviceJson>();
        int total = 0;
        int probing = 0;
        for (LiveDevice device : onFloor) {
            if (lens.scope().sees(device.floorId(), device.x(), device.y())) {
                total++;
                probing += device.associated() ? 0 : 1;
                if (!lens.disclosure().aggregated()) {
                    DeviceJson shown = shown(lens, mask, device);
                    devices.put(shown.id(), shown);
                }
            }
        }
        return new FloorView(devices, count(lens.disclosure(), total, probing));
    }

    private static CountJson count(Disclosure disclosure, int total, int probing) {
        boolean suppressed = SmallCounts.suppressed(disclosure, total);
        boolean parts = SmallCounts.suppressed(disclosure, total, probing);
        return new CountJson(
                suppressed ? null : Integer.valueOf(total), parts ? null : Integer.valueOf(probing), suppressed);
    }

    private static DeviceJson shown(Lens lens, FieldMask mask, LiveDevice device) {
        String mac = mask.text(FieldMask.MAC, device.mac());
        return new DeviceJson(
                mac.isEmpty() ? lens.strangers().mac(device.mac()) : mac,
                device.x(),
                device.y(),
                device.confidenceFeet(),
                mask.clear("dot11Status") ? Boolean.valueOf(device.associated()) : null,
                mask.clear("lastLocatedTime") ? time(device.seenAt(), lens.zone()) : null,
                zoneOf(lens, device),
                present(mask.text(
                        FieldMask.MANUFACTURER, device.client().radio().manufacturer())),
                present(mask.text(FieldMask.SSID, device.client().radio().ssid())));
    }

    private static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static @Nullable String zoneOf(Lens lens, LiveDevice device) {
        return lens.scope().zonesOf(lens.floor()).stream()
                .filter(zone -> zone.contains(device.x(), device.y()))
                .map(Zone::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
