package dev.precinct.simulator.place;

import java.util.ArrayList;
import java.util.List;

/** A floor with what stands on it; {@code areaPath} is its small ids, own first, campus last. */
public record Floor(
        PlaceName campus,
        PlaceName building,
        PlaceName floor,
        List<Integer> areaPath,
        Dimension dimension,
        FloorImage image,
        List<Zone> zones,
        List<AccessPoint> accessPoints) {

    public long id() {
        return floor.aesUid();
    }

    public String name() {
        return floor.name();
    }

    /** {@code Campus>Building>Floor}. */
    public String path() {
        return campus.name() + ">" + building.name() + ">" + floor.name();
    }

    /** Every zone that holds the point, in the order of the maps: zones may overlap. */
    public List<Zone> zonesAt(double x, double y) {
        var holding = new ArrayList<Zone>(2);
        for (var zone : zones) {
            if (zone.polygon().contains(x, y)) {
                holding.add(zone);
            }
        }
        return holding;
    }

    /** The index of the first zone that holds the point, or -1. */
    public int zoneIndexAt(double x, double y) {
        for (var index = 0; index < zones.size(); index++) {
            if (zones.get(index).polygon().contains(x, y)) {
                return index;
            }
        }
        return -1;
    }

    /** The index of the access point nearest to the point, or -1 on a floor without any. */
    public int nearestAccessPoint(double x, double y) {
        var nearest = -1;
        var best = Double.MAX_VALUE;
        for (var index = 0; index < accessPoints.size(); index++) {
            var at = accessPoints.get(index).at();
            var square = (at.x() - x) * (at.x() - x) + (at.y() - y) * (at.y() - y);
            if (square < best) {
                best = square;
                nearest = index;
            }
        }
        return nearest;
    }
}
