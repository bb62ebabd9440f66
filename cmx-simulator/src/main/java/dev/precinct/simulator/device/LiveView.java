package dev.precinct.simulator.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The newest fix of every tracked device: one answer is shared by all callers within a short moment. */
public final class LiveView {
    private static final long SHARED_REAL_MILLIS = 200;

    private final World world;
    private final SimulationClock clock;
    private volatile Moment last = new Moment(Long.MIN_VALUE, List.of());

    public LiveView(World world, SimulationClock clock) {
        this.world = world;
        this.clock = clock;
    }

    /** What the appliance knew at {@code at}, in the stable order of its devices. */
    public record Moment(long at, List<Sighting> sightings) {}

    public Moment now() {
        var now = clock.now();
        var known = last;
        if (known.at() != Long.MIN_VALUE
                && known.at() <= now
                && now - known.at() < clock.simulated(SHARED_REAL_MILLIS)) {
            return known;
        }
        var moment = at(now);
        last = moment;
        return moment;
    }

    /** Forgets the shared answer, for changes that must be seen at once. */
    public void refresh() {
        last = new Moment(Long.MIN_VALUE, List.of());
    }

    private Moment at(long at) {
        var sightings = new ArrayList<Sighting>();
        for (var device : world.devices()) {
            var sighting = world.latest(device, at);
            if (sighting != null) {
                sightings.add(sighting);
            }
        }
        return new Moment(at, List.copyOf(sightings));
    }

    public @Nullable Sighting find(String macAddress) {
        var wanted = macAddress.toLowerCase(Locale.ROOT);
        return now().sightings().stream()
                .filter(sighting -> sighting.device().macAddress().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
