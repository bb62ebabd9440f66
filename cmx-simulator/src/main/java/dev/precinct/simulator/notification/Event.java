package dev.precinct.simulator.notification;

import dev.precinct.simulator.device.Sighting;

/** What happened to a device, as far as one subscription is concerned. */
sealed interface Event {
    Sighting sighting();

    record Located(Sighting sighting) implements Event {}

    record Moved(Sighting sighting, double feet) implements Event {}

    record Crossed(Sighting sighting, boolean inside, String areaType) implements Event {}

    record Associated(Sighting sighting, boolean now) implements Event {}

    record Missed(Sighting sighting, int minutes) implements Event {}
}
