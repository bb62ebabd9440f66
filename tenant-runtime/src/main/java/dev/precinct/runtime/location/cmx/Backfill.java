package dev.precinct.runtime.location.cmx;

import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.location.HistoryRecord;
import dev.precinct.runtime.location.Position;
import dev.precinct.runtime.location.gap.FeedLog;
import dev.precinct.runtime.location.ingest.PositionLog;
import dev.precinct.runtime.places.Places;
import dev.precinct.runtime.places.Zone;
import dev.precinct.runtime.places.ZoneId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills in the day before the first start from CMX's history, the newest first, a piece at a time. How far it came is written down with
 * each piece, so a restart goes on there; it takes at most half of CMX's time for it.
 */
@ApplicationScoped
public class Backfill {
    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration PIECE = Duration.ofMinutes(5);
    private static final Duration SHORTEST_REST = Duration.ofMillis(20);
    /** Where an answer ends though there is more: known captures have exactly so many records. */
    private static final int FULL_ANSWER = 1_000;

    private final CmxAccess cmx;
    private final FeedLog log;
    private final PositionLog positions;
    private final Places places;
    private final Clock clock;

    @Inject
    public Backfill(CmxAccess cmx, FeedLog log, PositionLog positions, Places places, Clock clock) {
        this.cmx = cmx;
        this.log = log;
        this.positions = positions;
        this.places = places;
        this.clock = clock;
    }

    /** What a step did. */
    public sealed interface Step {
        /** CMX was not heard or its maps are not known yet. */
        record NotYet() implements Step {}

        /** One piece more is filled in; rest so long before the next. */
        record Filled(Duration rest) implements Step {}

        record Done() implements Step {}
    }

    /**
     * Fills in one piece.
     *
     * @throws dev.precinct.runtime.cmx.CmxException when CMX does not give it
     */
    public Step step() {
        var coverage = log.coverage();
        if (coverage.from().isEmpty() || places.current().isEmpty()) {
            return new Step.NotYet();
        }
        var known = coverage.from().get();
        var state = coverage.backfill().orElseGet(() -> new FeedLog.Backfill(known.minus(DAY), known));
        if (state.done()) {
            return new Step.Done();
        }
        var startedAt = clock.instant();
        var reached = fill(state);
        log.backfill(new FeedLog.Backfill(state.target(), reached));
        log.coveredFrom(reached);
        if (!reached.isAfter(state.target())) {
            LOG.info("the day before the first start is filled in");
        }
        var took = Duration.between(startedAt, clock.instant());
        return new Step.Filled(took.compareTo(SHORTEST_REST) > 0 ? took : SHORTEST_REST);
    }

    private Instant fill(FeedLog.Backfill state) {
        var from = later(state.reached().minus(PIECE), state.target());
        var records = new ArrayList<HistoryRecord>();
        // CMX leaves both bounds out: without the millisecond a record between two pieces would be in none
        int rows = HistoryCalls.between(cmx.client(), from.minusMillis(1), state.reached(), records::add);
        var reached = from;
        if (rows >= FULL_ANSWER) {
            // newest first: what is older was cut away, so the next piece begins at the oldest that came
            reached = records.stream()
                    .map(record -> record.fix().seenAt().plusMillis(1))
                    .min(Instant::compareTo)
                    .filter(oldest -> oldest.isBefore(state.reached()) && oldest.isAfter(from))
                    .orElse(from);
        }
        keep(records);
        return reached;
    }

    private void keep(List<HistoryRecord> records) {
        var kept = new BackfillThinning()
                .thinned(records).stream()
                        .map(record -> new Position(
                                record.mac(), record.fix(), record.link(), clock.instant(), zonesOf(record)))
                        .toList();
        if (!kept.isEmpty()) {
            positions.append(kept);
        }
    }

    private List<ZoneId> zonesOf(HistoryRecord record) {
        var fix = record.fix();
        return places.current().flatMap(tree -> tree.floor(fix.floor())).stream()
                .flatMap(floor -> floor.zonesAt(fix.x(), fix.y()).stream())
                .map(Zone::id)
                .toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
