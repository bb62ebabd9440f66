package dev.precinct.runtime.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Java's own geometry is asked the same: the two share no code. */
class ZonePropertiesTest {
    private static final int SIDE_FEET = 40;
    /** Nearer to an edge than this, rounding decides, and the two may differ. */
    private static final double TOO_NEAR_FEET = 1e-6;

    /** Concave ones, ones that cross themselves, and ones that reach beyond the floor's origin. */
    @Provide
    Arbitrary<List<Coordinate>> corners() {
        var coordinate = Arbitraries.integers().between(-SIDE_FEET / 4, SIDE_FEET);
        return Combinators.combine(coordinate, coordinate)
                .as((x, y) -> new Coordinate(x, y))
                .list()
                .ofMinSize(3)
                .ofMaxSize(9);
    }

    @Property(tries = 2_000)
    void aPointIsInsideWhereJavaSaysSo(
            @ForAll("corners") List<Coordinate> corners,
            @ForAll @DoubleRange(min = -12, max = SIDE_FEET + 2) double x,
            @ForAll @DoubleRange(min = -12, max = SIDE_FEET + 2) double y) {
        Assume.that(edges(corners).stream().allMatch(edge -> edge.ptSegDist(x, y) > TOO_NEAR_FEET));

        assertThat(zone(corners).contains(x, y)).isEqualTo(outline(corners).contains(x, y));
    }

    @Property
    void theEdgeBelongsToTheZone(@ForAll("corners") List<Coordinate> corners) {
        var zone = zone(corners);
        for (var edge : edges(corners)) {
            assertThat(zone.contains(edge.getX1(), edge.getY1())).isTrue();
            assertThat(zone.contains((edge.getX1() + edge.getX2()) / 2, (edge.getY1() + edge.getY2()) / 2))
                    .isTrue();
        }
    }

    private static Zone zone(List<Coordinate> corners) {
        var ring = new Coordinate[corners.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = corners.get(i % corners.size());
        }
        return new Zone(
                new ZoneId("zone"),
                "Zone",
                new GeometryFactory().createPolygon(ring),
                JsonNodeFactory.instance.objectNode());
    }

    private static Path2D outline(List<Coordinate> corners) {
        var outline = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        outline.moveTo(corners.getFirst().x, corners.getFirst().y);
        corners.stream().skip(1).forEach(corner -> outline.lineTo(corner.x, corner.y));
        outline.closePath();
        return outline;
    }

    private static List<Line2D> edges(List<Coordinate> corners) {
        var edges = new ArrayList<Line2D>();
        for (int i = 0; i < corners.size(); i++) {
            var from = corners.get(i);
            var to = corners.get((i + 1) % corners.size());
            edges.add(new Line2D.Double(from.x, from.y, to.x, to.y));
        }
        return edges;
    }
}
