package dev.precinct.runtime.places.cmx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Corners as CMX lists them, not closed, become a polygon. */
final class Polygons {
    private static final int FEWEST_CORNERS = 3;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Polygons() {}

    /** Empty for fewer than three corners: that is no area. */
    static Optional<Polygon> of(JsonNode corners) {
        var ring = new ArrayList<Coordinate>();
        for (var corner : corners) {
            ring.add(
                    new Coordinate(corner.path("x").asDouble(), corner.path("y").asDouble()));
        }
        if (!ring.isEmpty() && !ring.getFirst().equals2D(ring.getLast())) {
            ring.add(ring.getFirst().copy());
        }
        return ring.size() <= FEWEST_CORNERS
                ? Optional.empty()
                : Optional.of(GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new)));
    }
}
