package dev.precinct.simulator.place;

/** Name and size in pixels of a floor's picture. */
public record FloorImage(String name, int width, int height) {}
