package dev.precinct.simulator.settings;

import java.time.ZoneId;
import java.util.Set;

/** How the appliance behaves: its release, its quirks, its time zone, the length of its history answers. */
public record Behaviour(Release release, Set<Quirk> quirks, ZoneId zone, int historyLimit) {

    public Behaviour {
        quirks = Set.copyOf(quirks);
    }

    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }
}
