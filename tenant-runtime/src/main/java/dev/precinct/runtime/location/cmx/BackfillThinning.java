package dev.precinct.runtime.location.cmx;

import dev.precinct.runtime.location.HistoryRecord;
import dev.precinct.runtime.places.FloorId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Of CMX's own history, one position of a device for each ten seconds, floor and five feet is enough: counts do not change by it, and
 * the database of a new tenant does not begin with millions of rows.
 */
final class BackfillThinning {
    private static final long MILLIS = 10_000;
    private static final double FEET = 5;

    private record Cell(String mac, long time, FloorId floor, long x, long y) {}

    List<HistoryRecord> thinned(List<HistoryRecord> records) {
        Set<Cell> seen = new HashSet<>();
        var kept = new ArrayList<HistoryRecord>();
        for (var record : records) {
            var fix = record.fix();
            var cell = new Cell(
                    record.mac(), fix.seenAt().toEpochMilli() / MILLIS, fix.floor(), (long) (fix.x() / FEET), (long)
                            (fix.y() / FEET));
            if (seen.add(cell)) {
                kept.add(record);
            }
        }
        return kept;
    }
}
