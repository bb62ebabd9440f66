package dev.precinct.runtime.places;

/** Size of a floor in feet: {@code width} is the extent of x, {@code length} that of y, {@code height} the ceiling's. */
public record Dimension(double widthFeet, double lengthFeet, double heightFeet) {}
