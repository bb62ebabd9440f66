package dev.precinct.runtime.location.cmx;

import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.location.DeviceUpdate;
import dev.precinct.runtime.location.FeedMonitor;
import dev.precinct.runtime.location.LiveIndex;
import dev.precinct.runtime.location.LiveStore;
import dev.precinct.runtime.location.gap.GapKeeper;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.storage.StorageException;
import dev.precinct.runtime.platform.time.Repeating;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restores the live view and starts everything that asks CMX again and again. */
@ApplicationScoped
public class FeedStart {
    private static final Logger LOG = LoggerFactory.getLogger(FeedStart.class);
    private static final int LATE = 2_500;
    private static final Duration VERIFY_SUBSCRIPTION = Duration.ofSeconds(60);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration NOT_YET = Duration.ofSeconds(1);
    private static final Duration NEVER_AGAIN = Duration.ofDays(36_500);

    private final RuntimeSettings settings;
    private final LiveIndex live;
    private final LiveStore store;
    private final FeedMonitor feed;
    private final GapKeeper gaps;
    private final PollLoop poll;
    private final PushSubscription subscription;
    private final Backfill backfill;
    private final List<Repeating> loops = new ArrayList<>();

    @Inject
    public FeedStart(
            RuntimeSettings settings,
            LiveIndex live,
            LiveStore store,
            FeedMonitor feed,
            GapKeeper gaps,
            PollLoop poll,
            PushSubscription subscription,
            Backfill backfill) {
        this.settings = settings;
        this.live = live;
        this.store = store;
        this.feed = feed;
        this.gaps = gaps;
        this.poll = poll;
        this.subscription = subscription;
        this.backfill = backfill;
    }

    /** After the places were restored. */
    void start(@Observes @Priority(LATE) @Initialized(ApplicationScoped.class) Object event) {
        if (settings.cmx().isEmpty()) {
            return;
        }
        var cmx = settings.cmx().get();
        restore();
        gaps.started();
        loops.add(new Repeating("poll", () -> poll.round(cmx.pollingInterval())));
        loops.add(new Repeating("subscription", this::subscribe));
        loops.add(new Repeating("backfill", this::fillIn));
    }

    private void restore() {
        try {
            var kept = store.load();
            live.apply(kept.devices().stream()
                    .map(device -> new DeviceUpdate(device, DeviceUpdate.Source.POLL))
                    .toList());
            kept.lastHeard().ifPresent(feed::restored);
            LOG.info("live view: restored {} devices", kept.devices().size());
        } catch (StorageException e) {
            LOG.warn("live view: not restored: {}", e.getMessage());
        }
    }

    private Duration subscribe() {
        try {
            subscription.ensure();
            return VERIFY_SUBSCRIPTION;
        } catch (CmxException e) {
            LOG.warn("subscription: {}", e.getMessage());
            return AFTER_FAILURE;
        }
    }

    private Duration fillIn() {
        try {
            return switch (backfill.step()) {
                case Backfill.Step.NotYet notYet -> NOT_YET;
                case Backfill.Step.Filled filled -> filled.rest();
                case Backfill.Step.Done done -> NEVER_AGAIN;
            };
        } catch (CmxException | StorageException.Unavailable e) {
            LOG.warn("filling in the past: {}", e.getMessage());
            return AFTER_FAILURE;
        }
    }

    @PreDestroy
    void stop() {
        loops.forEach(Repeating::close);
    }
}
