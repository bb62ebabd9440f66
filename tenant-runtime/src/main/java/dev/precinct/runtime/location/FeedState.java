package dev.precinct.runtime.location;

import dev.precinct.tenancy.runtime.RuntimeReport.CmxState;
import java.time.Instant;

/** How much the live view can be trusted. */
public sealed interface FeedState {

    /** CMX answers. */
    record Fresh(Instant lastHeard) implements FeedState {}

    /**
     * CMX stopped answering: the view holds what was known last.
     *
     * @param since when CMX was last heard, by our clock
     */
    record Stale(Instant since, CmxState reason) implements FeedState {}

    /** CMX was never heard, so nothing is known: not the same as nobody there. */
    record NeverHeard(CmxState reason) implements FeedState {}
}
