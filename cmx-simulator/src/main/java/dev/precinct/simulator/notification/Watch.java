package dev.precinct.simulator.notification;

import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.location.Hierarchy;
import dev.precinct.simulator.place.Venue;
import dev.precinct.simulator.settings.Release;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows all devices for one subscription and says when something happened that it asked for. */
final class Watch {
    private static final double OTHER_FLOOR_FEET = 10_000;
    private static final long GONE_MILLIS = 60_000;
    private static final String[] AREA_TYPES = {"CAMPUS", "BUILDING", "FLOOR", "ZONE"};

    private final Subscription subscription;
    private final Release release;
    private final Map<Integer, Track> tracks = new HashMap<>();

    /** What was last known of a device. */
    private record Track(Sighting moved, Sighting last, boolean inside, boolean associated, boolean missed) {}

    Watch(Subscription subscription, Release release) {
        this.subscription = subscription;
        this.release = release;
    }

    boolean follows(Subscription other) {
        return subscription == other;
    }

    void see(Sighting sighting, Venue venue, Consumer<Event> happened) {
        var conditions = subscription.conditions();
        var floor = venue.floor(sighting.floorId());
        if (floor == null || !conditions.concerns(sighting.device().macAddress())) {
            return;
        }
        var place = conditions.hierarchy();
        var inside = place == null || Hierarchy.below(place, Hierarchy.text(floor, sighting, release));
        var known = tracks.get(sighting.device().number());
        var moved = known == null ? sighting : known.moved();
        switch (subscription.type()) {
            case LOCATIONUPDATE -> {
                if (inside) {
                    happened.accept(new Event.Located(sighting));
                }
            }
            case MOVEMENT -> {
                var feet = distance(moved, sighting);
                if (inside && known != null && feet > conditions.distanceFeet()) {
                    happened.accept(new Event.Moved(sighting, feet));
                    moved = sighting;
                }
            }
            case INOUT -> cross(sighting, known, inside, happened);
            case ASSOCIATION -> associate(sighting, known, inside, happened);
            case ABSENCE, AREACHANGE -> {
                // an absence shows when nothing is seen; of area changes no push is known
            }
        }
        tracks.put(sighting.device().number(), new Track(moved, sighting, inside, true, false));
    }

    /** Looks for devices that were not seen for a while. */
    void look(long now, Consumer<Event> happened) {
        tracks.replaceAll((number, track) -> {
            var away = now - track.last().at();
            var conditions = subscription.conditions();
            var associated = track.associated() && away < GONE_MILLIS;
            if (subscription.type() == NotificationType.ASSOCIATION && track.associated() && !associated) {
                leave(track, happened);
            }
            var missed = away >= conditions.absenceMinutes() * 60_000L;
            if (subscription.type() == NotificationType.ABSENCE && missed && !track.missed() && track.inside()) {
                happened.accept(new Event.Missed(track.last(), (int) (away / 60_000)));
            }
            return new Track(track.moved(), track.last(), track.inside(), associated, missed);
        });
    }

    private static double distance(Sighting before, Sighting now) {
        return before.floorId() == now.floorId() ? before.reported().distanceTo(now.reported()) : OTHER_FLOOR_FEET;
    }

    private void cross(Sighting sighting, @Nullable Track known, boolean inside, Consumer<Event> happened) {
        var was = known != null && known.inside();
        var wanted = subscription.conditions().inside();
        if (was != inside && (wanted == null || wanted == inside)) {
            var place = subscription.conditions().hierarchy();
            var depth = place == null ? 1 : place.split(">").length;
            happened.accept(
                    new Event.Crossed(sighting, inside, AREA_TYPES[Math.clamp(depth, 1, AREA_TYPES.length) - 1]));
        }
    }

    private void associate(Sighting sighting, @Nullable Track known, boolean inside, Consumer<Event> happened) {
        var wanted = subscription.conditions().associated();
        var already = known != null && known.associated();
        if (sighting.device().associated() && inside && !already && (wanted == null || wanted)) {
            happened.accept(new Event.Associated(sighting, true));
        }
    }

    private void leave(Track track, Consumer<Event> happened) {
        var wanted = subscription.conditions().associated();
        if (track.last().device().associated() && track.inside() && (wanted == null || !wanted)) {
            happened.accept(new Event.Associated(track.last(), false));
        }
    }
}
