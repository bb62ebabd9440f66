package dev.precinct.simulator.place;

/** A named polygon on a floor; {@code areaId} is the small integer that analytics and zone counts use. */
public record Zone(int areaId, String name, Polygon polygon) {}
