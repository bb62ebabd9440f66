package dev.precinct.simulator.synthetic;

import dev.precinct.simulator.place.Point;

/** A rectangle in which people stay; {@code door} lies on its wall to the corridor, {@code weight} is how much it draws. */
public record Room(
        String name, RoomKind kind, double x, double y, double width, double length, Point door, double weight) {

    Point inside(double shareX, double shareY) {
        var margin = Math.min(4, Math.min(width, length) / 4);
        return new Point(x + margin + shareX * (width - 2 * margin), y + margin + shareY * (length - 2 * margin));
    }

    public Point middle() {
        return new Point(x + width / 2, y + length / 2);
    }
}
