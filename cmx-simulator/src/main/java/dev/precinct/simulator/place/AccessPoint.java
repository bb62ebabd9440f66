package dev.precinct.simulator.place;

/** An access point and where it hangs. */
public record AccessPoint(String name, String radioMacAddress, Point at) {}
