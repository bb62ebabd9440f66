package dev.precinct.runtime.nativeapi.live;

import dev.precinct.runtime.nativeapi.live.FloorView.CountJson;
import dev.precinct.runtime.nativeapi.live.FloorView.DeviceJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one stream has said so far, and the next event that makes its listener see what is there now. */
final class LiveEvents {
    private Map<String, DeviceJson> said = Map.of();
    private CountJson count = new CountJson(null, null, false);
    private boolean stale;

    /** A server-sent event: its name and what is to be written as JSON. */
    record Event(String name, Object data) {}

    record Snapshot(
            String floor,
            String serverTime,
            boolean stale,
            @Nullable Long dataAge,
            CountJson count,
            List<DeviceJson> devices) {}

    record Update(String serverTime, List<DeviceJson> upserts, List<String> removed, CountJson count) {}

    record Stale(String since, String reason) {}

    /**
     * Whether CMX was silent at this moment.
     *
     * @param stale absent while CMX answers
     */
    record Freshness(@Nullable Stale stale, @Nullable Long ageSeconds) {}

    Event snapshot(String floor, String serverTime, Freshness freshness, FloorView view) {
        said = view.devices();
        count = view.count();
        stale = freshness.stale() != null;
        return new Event(
                "snapshot",
                new Snapshot(
                        floor,
                        serverTime,
                        stale,
                        freshness.ageSeconds(),
                        view.count(),
                        List.copyOf(view.devices().values())));
    }

    /** Empty when nothing changed. */
    Optional<Event> update(String serverTime, FloorView view) {
        var upserts = new ArrayList<DeviceJson>();
        view.devices().forEach((id, device) -> {
            if (!device.equals(said.get(id))) {
                upserts.add(device);
            }
        });
        List<String> removed = said.keySet().stream()
                .filter(id -> !view.devices().containsKey(id))
                .toList();
        boolean changed =
                !upserts.isEmpty() || !removed.isEmpty() || !view.count().equals(count);
        said = view.devices();
        count = view.count();
        return changed
                ? Optional.of(new Event("update", new Update(serverTime, upserts, removed, view.count())))
                : Optional.empty();
    }

    /** Empty when CMX answers or is silent as it was before. */
    Optional<Event> freshness(Freshness now) {
        boolean wasStale = stale;
        Stale reason = now.stale();
        stale = reason != null;
        if (stale == wasStale) {
            return Optional.empty();
        }
        return Optional.of(reason != null ? new Event("stale", reason) : new Event("fresh", Map.of()));
    }
}
