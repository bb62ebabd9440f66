package dev.precinct.simulator.recorded;

import dev.precinct.simulator.device.Device;
import dev.precinct.simulator.device.Sighting;
import dev.precinct.simulator.device.World;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The recording in an endless loop, before and after its start: the first record falls on the start, and what was
 * yesterday is an earlier turn of the same loop.
 */
public final class RecordedWorld implements World {
    private static final long PAUSE_BETWEEN_TURNS_MILLIS = 4_000;
    private static final long SEEN_EVERY_MILLIS = 4_000;
    private static final long HISTORY_WHEN_RESTING_MILLIS = 120_000;

    private final List<RecordedTracks.Track> tracks;
    private final List<Device> devices;
    private final long start;
    private final long first;
    private final long turn;

    private RecordedWorld(List<RecordedTracks.Track> tracks, long start) {
        this.tracks = tracks;
        this.devices = tracks.stream().map(RecordedTracks.Track::device).toList();
        this.start = start;
        var moving = tracks.stream().filter(track -> !track.resting()).toList();
        var timed = moving.isEmpty() ? tracks : moving;
        this.first = timed.stream()
                .mapToLong(track -> track.fixes().getFirst().at())
                .min()
                .orElse(start);
        this.turn = PAUSE_BETWEEN_TURNS_MILLIS
                - first
                + timed.stream()
                        .mapToLong(track -> track.fixes().getLast().at())
                        .max()
                        .orElse(start);
    }

    /** Replays what the folder holds; the first record falls on {@code start} (epoch milliseconds). */
    public static RecordedWorld of(RecordingFolder folder, long start) {
        return new RecordedWorld(RecordedTracks.of(folder), start);
    }

    /** How long one turn of the loop takes. */
    public long turnMillis() {
        return turn;
    }

    @Override
    public List<Device> devices() {
        return devices;
    }

    @Override
    public @Nullable Sighting latest(Device device, long at) {
        var track = tracks.get(device.number());
        if (track.resting()) {
            return resting(track, slotAtOrBefore(track, at));
        }
        var turns = Math.floorDiv(at - start, turn);
        var index = indexAtOrBefore(track, first + Math.floorMod(at - start, turn));
        return index >= 0
                ? moving(track, turns, index)
                : moving(track, turns - 1, track.fixes().size() - 1);
    }

    @Override
    public void sightings(Device device, long from, long to, Consumer<Sighting> each) {
        var track = tracks.get(device.number());
        if (track.resting()) {
            for (var slot = slotAtOrBefore(track, from) + 1; timeOf(track, slot) <= to; slot++) {
                each.accept(resting(track, slot));
            }
            return;
        }
        var turns = Math.floorDiv(from - start, turn);
        var index = indexAtOrBefore(track, first + Math.floorMod(from - start, turn)) + 1;
        while (true) {
            if (index == track.fixes().size()) {
                turns++;
                index = 0;
            }
            var sighting = moving(track, turns, index++);
            if (sighting.at() > to) {
                return;
            }
            each.accept(sighting);
        }
    }

    /** The index of the last fix at or before the recorder's time, or -1. */
    private static int indexAtOrBefore(RecordedTracks.Track track, long recorded) {
        var low = 0;
        var high = track.fixes().size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (track.fixes().get(middle).at() <= recorded) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private Sighting moving(RecordedTracks.Track track, long turns, int index) {
        var fix = track.fixes().get(index);
        var shift = start - first + turns * turn;
        return sighting(track, fix, fix.at() + shift, track.fixes().getFirst().at() + shift, fix.reason());
    }

    private Sighting resting(RecordedTracks.Track track, long slot) {
        var at = timeOf(track, slot);
        var logged = Math.floorMod(slot, HISTORY_WHEN_RESTING_MILLIS / SEEN_EVERY_MILLIS) == 0;
        var turnBegins = start + Math.floorDiv(at - start, turn) * turn;
        return sighting(track, track.fixes().getFirst(), at, turnBegins, logged ? "DISTANCE_CHANGE" : null);
    }

    private static Sighting sighting(
            RecordedTracks.Track track, RecordedTracks.Fix fix, long at, long firstAt, @Nullable String reason) {
        return new Sighting(
                track.device(),
                at,
                firstAt,
                new Sighting.Spot(fix.floorId(), fix.place(), fix.place(), fix.confidenceFeet()),
                null,
                reason);
    }

    private static long slotAtOrBefore(RecordedTracks.Track track, long at) {
        return Math.floorDiv(at - phase(track), SEEN_EVERY_MILLIS);
    }

    private static long timeOf(RecordedTracks.Track track, long slot) {
        return slot * SEEN_EVERY_MILLIS + phase(track);
    }

    private static long phase(RecordedTracks.Track track) {
        return track.device().number() * 977L % SEEN_EVERY_MILLIS;
    }
}
