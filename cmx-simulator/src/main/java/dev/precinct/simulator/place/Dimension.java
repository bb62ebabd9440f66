package dev.precinct.simulator.place;

/** Extent in feet: {@code width} along x, {@code length} along y, {@code height} of the ceiling. */
public record Dimension(double width, double length, double height) {

    public Point clamp(double x, double y) {
        return new Point(Math.clamp(x, 0, width), Math.clamp(y, 0, length));
    }
}
