package dev.precinct.runtime.location.cmx;

import dev.precinct.runtime.cmx.CmxClient;
import dev.precinct.runtime.location.HistoryRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The calls of CMX's history. */
final class HistoryCalls {
    private static final String HISTORY = "/api/location/v1/history/clients";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    private HistoryCalls() {}

    /** @return how many rows CMX gave, those that say nothing included */
    static int between(CmxClient client, Instant after, Instant before, Consumer<HistoryRecord> record) {
        return client.each(
                HISTORY + "?locatedAfterTime=" + after.toEpochMilli() + "&locatedBeforeTime=" + before.toEpochMilli()
                        + "&sortBy=lastLocatedTime:desc",
                node -> ClientJson.past(node).ifPresent(record));
    }

    static List<HistoryRecord> ofDevice(CmxClient client, String mac, LocalDate day) {
        var records = new ArrayList<HistoryRecord>();
        client.eachOfKnown(
                HISTORY + "/" + mac + "?date=" + DATE.format(day),
                node -> ClientJson.past(node).ifPresent(records::add));
        return records;
    }
}
