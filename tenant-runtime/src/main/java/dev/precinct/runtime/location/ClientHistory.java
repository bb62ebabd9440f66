package dev.precinct.runtime.location;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The history that CMX keeps, forwarded: equal questions within a few seconds cost CMX one request. Nothing is cut to a segment here.
 */
public interface ClientHistory {

    /**
     * The records of one device on one day of the appliance, newest first.
     *
     * @throws dev.precinct.runtime.cmx.CmxException when CMX does not give it
     */
    List<HistoryRecord> ofDevice(String mac, LocalDate day);

    /**
     * The records of all devices within a time, as CMX gives them.
     *
     * @throws dev.precinct.runtime.cmx.CmxException when CMX does not give it
     */
    List<HistoryRecord> between(Instant after, Instant before);
}
