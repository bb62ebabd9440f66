package dev.precinct.simulator.place;

import java.util.List;

/** An open ring of corners: the last corner is joined to the first without being repeated. */
public record Polygon(List<Point> corners) {

    public Polygon {
        corners = List.copyOf(corners);
    }

    public boolean contains(double x, double y) {
        var inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            var a = corners.get(i);
            var b = corners.get(j);
            if (a.y() > y != b.y() > y && x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** The mean of the corners: a place for a label, not always inside. */
    public Point middle() {
        var x = corners.stream().mapToDouble(Point::x).average().orElse(0);
        var y = corners.stream().mapToDouble(Point::y).average().orElse(0);
        return new Point(x, y);
    }
}
