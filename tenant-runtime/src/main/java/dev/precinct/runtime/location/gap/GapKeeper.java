package dev.precinct.runtime.location.gap;

import dev.precinct.runtime.location.gap.FeedLog.Gap;
import dev.precinct.runtime.location.gap.FeedLog.GapReason;
import dev.precinct.runtime.platform.storage.StorageException;
import dev.precinct.tenancy.runtime.RuntimeReport.CmxState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down when nothing was known, so that it never looks like nobody there: CMX away, this runtime away, storage away. Times are
 * the appliance's. What cannot be written now is written at the next occasion.
 */
@ApplicationScoped
public class GapKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(GapKeeper.class);
    /** A pause that no five minutes would show. */
    private static final Duration NOT_WORTH_IT = Duration.ofSeconds(30);

    private final FeedLog log;
    private Optional<Gap> open = Optional.empty();
    private Optional<Instant> lastHeard = Optional.empty();
    private boolean openIsKept;

    @Inject
    public GapKeeper(FeedLog log) {
        this.log = log;
    }

    /** At the start: nothing is known since the last process heard CMX. */
    public synchronized void started() {
        lastHeard = log.coverage().lastHeard();
        lastHeard.ifPresent(since -> open(since, GapReason.RUNTIME_OFF));
    }

    /** CMX was heard and what it told is kept. */
    public synchronized void heard(Instant at) {
        var gap = open;
        lastHeard = Optional.of(at);
        open = Optional.empty();
        attempt(() -> {
            log.heard(at);
            if (gap.isPresent()) {
                var from = gap.get().from();
                if (!openIsKept) {
                    log.openGap(from, gap.get().reason());
                }
                log.closeGap(at, Duration.between(from, at).compareTo(NOT_WORTH_IT) > 0);
                openIsKept = false;
            }
        });
    }

    /** CMX is away since it was last heard. */
    public synchronized void away(CmxState state) {
        lastHeard.ifPresent(since -> open(since, reason(state)));
    }

    /** Positions of this time could not be kept. */
    public synchronized void lost(Instant from, Instant to) {
        attempt(() -> log.addGap(new Gap(from, Optional.of(to), GapReason.STORAGE_UNAVAILABLE)));
    }

    private void open(Instant since, GapReason reason) {
        if (open.isEmpty()) {
            open = Optional.of(new Gap(since, Optional.empty(), reason));
        }
        if (!openIsKept) {
            var gap = open.get();
            attempt(() -> {
                log.openGap(gap.from(), gap.reason());
                openIsKept = true;
            });
        }
    }

    private static void attempt(Runnable writing) {
        try {
            writing.run();
        } catch (StorageException.Unavailable e) {
            LOG.warn("the state of the feed is not kept: {}", e.getMessage());
        }
    }

    private static GapReason reason(CmxState state) {
        return switch (state) {
            case CREDENTIALS_REFUSED -> GapReason.CMX_REFUSED_CREDENTIALS;
            case BAD_ANSWER -> GapReason.CMX_ANSWERED_BADLY;
            case UNREACHABLE, NOT_TRIED, REACHABLE -> GapReason.CMX_UNREACHABLE;
        };
    }
}
