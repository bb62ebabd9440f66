package dev.precinct.runtime.location.gap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers how far the feed's knowledge reaches. All times are the appliance's. */
public interface FeedLog {

    Coverage coverage();

    void heard(Instant at);

    /** Everything from here on is known, gaps apart. */
    void coveredFrom(Instant from);

    void backfill(Backfill backfill);

    /** Opens a gap unless one is open. */
    void openGap(Instant from, GapReason reason);

    /** Ends the open gap, or forgets it when it was too short to matter. */
    void closeGap(Instant to, boolean keep);

    /** A gap that is over. */
    void addGap(Gap gap);

    /** Those that touch a time, the open one included. */
    List<Gap> gaps(Instant from, Instant to);

    /** Why nothing is known. */
    enum GapReason {
        CMX_UNREACHABLE,
        CMX_REFUSED_CREDENTIALS,
        CMX_ANSWERED_BADLY,
        RUNTIME_OFF,
        STORAGE_UNAVAILABLE
    }

    /** @param to empty while it is open */
    record Gap(Instant from, Optional<Instant> to, GapReason reason) {}

    /**
     * @param lastHeard last time that was kept; empty before the first
     * @param from everything before it is not known; empty when nothing is
     */
    record Coverage(Optional<Instant> lastHeard, Optional<Instant> from, Optional<Backfill> backfill) {}

    /**
     * How far the filling in of the past has come.
     *
     * @param target how far back it shall reach
     * @param reached everything from here on is filled in
     */
    record Backfill(Instant target, Instant reached) {
        public boolean done() {
            return !reached.isAfter(target);
        }
    }
}
