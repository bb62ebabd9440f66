package dev.precinct.simulator.place;

/** A point on a floor in feet: x to the right, y downwards from the top left corner of the floor image. */
public record Point(double x, double y) {

    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point that lies {@code share} (0…1) of the way to {@code other}. */
    public Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }
}
