package dev.precinct.runtime.location.cmx;

import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.location.FeedMonitor;
import dev.precinct.runtime.location.FeedState;
import dev.precinct.runtime.location.LiveStore;
import dev.precinct.runtime.location.gap.FeedLog;
import dev.precinct.runtime.location.gap.GapKeeper;
import dev.precinct.runtime.location.ingest.Ingest;
import dev.precinct.runtime.platform.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of the poll and what follows from it: the view, the state of the feed, gaps, and when to ask next. */
@ApplicationScoped
public class PollLoop {
    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);
    private static final Duration SOONEST = Duration.ofMillis(100);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);

    private final ClientPoll poll;
    private final Ingest ingest;
    private final FeedMonitor feed;
    private final GapKeeper gaps;
    private final FeedLog log;
    private final LiveStore store;
    private final Clock clock;
    private Duration retry = FIRST_RETRY;
    private Instant formerStart = Instant.MIN;
    private boolean covered;

    @Inject
    public PollLoop(
            ClientPoll poll,
            Ingest ingest,
            FeedMonitor feed,
            GapKeeper gaps,
            FeedLog log,
            LiveStore store,
            Clock clock) {
        this.poll = poll;
        this.ingest = ingest;
        this.feed = feed;
        this.gaps = gaps;
        this.log = log;
        this.store = store;
        this.clock = clock;
    }

    /** @return how long to rest until the next round */
    public Duration round(Duration interval) {
        try {
            var told = poll.ask();
            retry = FIRST_RETRY;
            feed.heard(told.applianceNow());
            keep(told);
            return rest(interval, told.startedAt());
        } catch (CmxException e) {
            LOG.warn("clients: {}", e.getMessage());
            feed.failed(e.state());
            if (feed.state() instanceof FeedState.Stale stale) {
                gaps.away(stale.reason());
            }
            return backOff();
        }
    }

    private Duration rest(Duration interval, Instant startedAt) {
        var next = Duration.between(clock.instant(), startedAt.plus(interval));
        return next.compareTo(SOONEST) < 0 ? SOONEST : next;
    }

    private Duration backOff() {
        var now = retry;
        var doubled = retry.multipliedBy(2);
        retry = doubled.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : doubled;
        return now;
    }

    private void keep(ClientPoll.Told told) {
        try {
            ingest.submitInParts(told.updates());
            // missing once may be a page that shifted under us; missing twice is gone
            ingest.sweep(formerStart).join();
            formerStart = told.startedAt();
            var heardAt = feed.applianceNow();
            gaps.heard(heardAt);
            cover(heardAt);
            store.heard(told.startedAt());
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof StorageException.Unavailable unavailable)) {
                throw e;
            }
            LOG.warn("clients are shown but not kept yet: {}", unavailable.getMessage());
        } catch (StorageException.Unavailable e) {
            LOG.warn("clients are shown but not kept yet: {}", e.getMessage());
        }
    }

    /** The first time ever that CMX was heard is where knowledge begins; the past is filled in from there. */
    private void cover(Instant heardAt) {
        if (!covered) {
            if (log.coverage().from().isEmpty()) {
                log.coveredFrom(heardAt);
            }
            covered = true;
        }
    }
}
