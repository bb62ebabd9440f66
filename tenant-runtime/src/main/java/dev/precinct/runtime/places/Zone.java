package dev.precinct.runtime.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** An area drawn on a floor. Zones of one floor may overlap. */
public final class Zone {
    private final ZoneId id;
    private final String name;
    private final Polygon polygon;
    private final ObjectNode json;
    private final IndexedPointInAreaLocator locator;

    /** @param json the zone as CMX gave it */
    public Zone(ZoneId id, String name, Polygon polygon, ObjectNode json) {
        this.id = id;
        this.name = name;
        this.polygon = polygon;
        this.json = json;
        this.locator = new IndexedPointInAreaLocator(polygon);
    }

    public ZoneId id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** In feet, closed. */
    public Polygon polygon() {
        return polygon;
    }

    /** The corners without the closing one. */
    public List<Coordinate> corners() {
        var ring = polygon.getExteriorRing().getCoordinates();
        return List.of(ring).subList(0, Math.max(0, ring.length - 1));
    }

    /** Whether a point, in feet, lies inside or on the edge. */
    public boolean contains(double x, double y) {
        return locator.locate(new Coordinate(x, y)) != Location.EXTERIOR;
    }

    /** A copy of what CMX gave. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
