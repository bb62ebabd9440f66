package dev.precinct.simulator.synthetic;

import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.device.World;
import dev.precinct.simulator.place.Floor;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.place.Point;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Made-up devices on a venue. Nothing is stored but the last stretch of each device: all of it follows from the seed. */
public final class SyntheticWorld implements World {
    private static final long ASSOCIATED_PERIOD_MILLIS = 4_000;
    private static final long ASSOCIATED_JITTER_MILLIS = 2_000;
    private static final long PROBING_PERIOD_MILLIS = 40_000;
    private static final long PROBING_JITTER_MILLIS = 30_000;
    private static final long TRACKED_AFTER_LEAVING_MILLIS = 60_000;
    private static final long HISTORY_WHEN_RESTING_MILLIS = 120_000;
    private static final long NOISE_PERIOD_MILLIS = 60_000;
    private static final double STALE_SHARE = 0.04;

    private final Seed seed;
    private final LiveVenue venue;
    private final List<Layout> layouts;
    private final Presence presence;
    private final List<Device> devices;
    private final AtomicReferenceArray<@Nullable Stretch> stretches;

    /** A stretch and, where the device is here, its way through it. */
    private record Stretch(Presence.Span span, @Nullable Itinerary itinerary) {}

    public SyntheticWorld(Seed seed, LiveVenue venue, List<Layout> layouts, Population population) {
        this.seed = seed;
        this.venue = venue;
        this.layouts = layouts;
        this.presence = new Presence(seed, population.rhythm(), population.zone(), population.atPeak());
        var factory = new DeviceFactory(seed);
        var all = new ArrayList<Device>();
        for (var number = 0; number < presence.devices(); number++) {
            all.add(factory.device(number, presence.stationary(number)));
        }
        this.devices = List.copyOf(all);
        this.stretches = new AtomicReferenceArray<>(devices.size());
    }

    /** How many devices are here at the peak of a weekday, and by which rhythm they come. */
    public record Population(int atPeak, Rhythm rhythm, ZoneId zone) {}

    @Override
    public List<Device> devices() {
        return devices;
    }

    @Override
    public @Nullable Sighting latest(Device device, long at) {
        var stretch = stretchAt(device, at);
        if (!stretch.span().here()) {
            var leftAt = stretch.span().from();
            if (at - leftAt > TRACKED_AFTER_LEAVING_MILLIS) {
                return null;
            }
            stretch = plan(device, spanAt(device, leftAt - 1));
        }
        if (!stretch.span().here()) {
            return null;
        }
        var slot = slotAtOrBefore(device, Math.min(at, stretch.span().to() - 1));
        return timeOf(device, slot) < stretch.span().from() ? null : sighting(device, stretch, slot);
    }

    @Override
    public void sightings(Device device, long from, long to, Consumer<Sighting> each) {
        var time = from + 1;
        while (time <= to) {
            var stretch = stretchAt(device, time);
            var end = Math.min(to + 1, stretch.span().to());
            if (stretch.span().here()) {
                var slot = slotAtOrBefore(device, time - 1) + 1;
                while (timeOf(device, slot) < end) {
                    each.accept(sighting(device, stretch, slot));
                    slot++;
                }
            }
            time = end;
        }
    }

    private Stretch stretchAt(Device device, long at) {
        var known = stretches.get(device.number());
        if (known != null && known.span().covers(at)) {
            return known;
        }
        var stretch = plan(device, spanAt(device, at));
        stretches.set(device.number(), stretch);
        return stretch;
    }

    private Presence.Span spanAt(Device device, long at) {
        return presence.spans(device.number(), presence.dayOf(at)).stream()
                .filter(span -> span.covers(at))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a day has a hole at " + at));
    }

    private Stretch plan(Device device, Presence.Span span) {
        if (!span.here()) {
            return new Stretch(span, null);
        }
        return new Stretch(
                span,
                presence.stationary(device.number())
                        ? Walk.nowhere(seed, layouts, device.number(), span.from())
                        : Walk.plan(seed, layouts, device.number(), span));
    }

    private static long period(Device device) {
        return device.associated() ? ASSOCIATED_PERIOD_MILLIS : PROBING_PERIOD_MILLIS;
    }

    private long timeOf(Device device, long slot) {
        var period = period(device);
        var jitter = device.associated() ? ASSOCIATED_JITTER_MILLIS : PROBING_JITTER_MILLIS;
        return slot * period
                + seed.below((int) period, Topic.PHASE, device.number(), 0)
                + seed.below((int) jitter, Topic.JITTER, device.number(), slot);
    }

    private long slotAtOrBefore(Device device, long at) {
        var slot = Math.floorDiv(at, period(device));
        while (timeOf(device, slot) > at) {
            slot--;
        }
        return slot;
    }

    private Sighting sighting(Device device, Stretch stretch, long slot) {
        var at = timeOf(device, slot);
        var itinerary = stretch.itinerary();
        if (itinerary == null) {
            throw new IllegalStateException("a sighting of a device that is away");
        }
        var place = itinerary.at(at);
        var floor = venue.now().floor(place.floorId());
        var confidence = confidence(device, slot);
        var reported = floor == null ? place.at() : reported(device, at, place.at(), floor, confidence);
        return new Sighting(
                device,
                at,
                stretch.span().from(),
                new Sighting.Spot(place.floorId(), reported, place.at(), confidence),
                floor == null ? null : staleZone(device, floor),
                reason(device, slot, place, itinerary, stretch));
    }

    /** 24 to 160 feet, small ones more often. */
    private double confidence(Device device, long slot) {
        var minute = slot / 15;
        var draw = seed.unit(Topic.CONFIDENCE, device.number(), minute)
                * seed.unit(Topic.CONFIDENCE, minute, device.number());
        return 24 + 8 * Math.floor(draw * 18);
    }

    /** The error drifts slowly, as it does where walls and not chance bend the signals. */
    private Point reported(Device device, long at, Point truth, Floor floor, double confidence) {
        var anchor = Math.floorDiv(at, NOISE_PERIOD_MILLIS);
        var share = Math.floorMod(at, NOISE_PERIOD_MILLIS) / (double) NOISE_PERIOD_MILLIS;
        var spread = Math.min(14, confidence / 8);
        var dx = drift(Topic.NOISE_X, device, anchor, share) * spread;
        var dy = drift(Topic.NOISE_Y, device, anchor, share) * spread;
        return floor.dimension().clamp(round(truth.x() + dx), round(truth.y() + dy));
    }

    private double drift(long topic, Device device, long anchor, double share) {
        var now = seed.unit(topic, device.number(), anchor) - 0.5;
        var next = seed.unit(topic, device.number(), anchor + 1) - 0.5;
        return now + (next - now) * share;
    }

    private static double round(double feet) {
        return Math.round(feet * 1000) / 1000.0;
    }

    private @Nullable String staleZone(Device device, Floor floor) {
        if (floor.zones().isEmpty() || seed.unit(Topic.STALE, device.number(), 0) >= STALE_SHARE) {
            return null;
        }
        var index = seed.below(floor.zones().size(), Topic.STALE, device.number(), 1);
        return floor.zones().get(index).name();
    }

    private @Nullable String reason(
            Device device, long slot, Itinerary.Place place, Itinerary itinerary, Stretch stretch) {
        var before = timeOf(device, slot - 1);
        if (before < stretch.span().from()) {
            return "NETWORK_STATUS_CHANGE";
        }
        if (itinerary.at(before).floorId() != place.floorId()) {
            return "FLOOR_CHANGE";
        }
        var rests = Math.max(1, HISTORY_WHEN_RESTING_MILLIS / period(device));
        return place.walking() || Math.floorMod(slot, rests) == 0 ? "DISTANCE_CHANGE" : null;
    }
}
