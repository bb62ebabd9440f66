package dev.precinct.simulator.place;

/** A campus, building or floor as others refer to it: its name and its 64-bit id, which may be negative. */
public record PlaceName(String name, long aesUid) {}
