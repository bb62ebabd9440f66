package dev.precinct.runtime.location;

import dev.precinct.tenancy.runtime.RuntimeReport.CmxState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Judges from successes and failures whether the live view is fresh. One failure alone may be chance; two in a row are not. */
@ApplicationScoped
public class FeedMonitor implements Feed {
    private static final int CHANCE = 1;

    private final Clock clock;
    private final List<Consumer<FeedState>> listeners = new CopyOnWriteArrayList<>();
    private FeedState state = new FeedState.NeverHeard(CmxState.NOT_TRIED);
    private @Nullable Instant lastHeard;
    private Duration applianceAhead = Duration.ZERO;
    private int failures;

    @Inject
    public FeedMonitor(Clock clock) {
        this.clock = clock;
    }

    /** The view was restored: CMX was last heard then, and has to be heard again. */
    public void restored(Instant heardAt) {
        change(() -> {
            lastHeard = heardAt;
            state = new FeedState.Stale(heardAt, CmxState.NOT_TRIED);
        });
    }

    /**
     * CMX told something.
     *
     * @param applianceNow its clock, where it said
     */
    public void heard(Optional<Instant> applianceNow) {
        var now = clock.instant();
        change(() -> {
            applianceNow.ifPresent(time -> applianceAhead = Duration.between(now, time));
            lastHeard = now;
            failures = 0;
            state = new FeedState.Fresh(now);
        });
    }

    /** CMX did not tell what it was asked. */
    public void failed(CmxState reason) {
        change(() -> {
            failures++;
            var heardAt = lastHeard;
            if (heardAt == null) {
                state = new FeedState.NeverHeard(reason);
            } else if (failures > CHANCE
                    || reason == CmxState.CREDENTIALS_REFUSED
                    || state instanceof FeedState.Stale) {
                state = new FeedState.Stale(heardAt, reason);
            }
        });
    }

    private void change(Runnable work) {
        FeedState now;
        boolean otherKind;
        synchronized (this) {
            var before = state.getClass();
            work.run();
            now = state;
            otherKind = before != now.getClass();
        }
        if (otherKind) {
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    @Override
    public synchronized FeedState state() {
        return state;
    }

    @Override
    public synchronized Optional<Duration> dataAge() {
        return switch (state) {
            case FeedState.Fresh fresh -> Optional.of(Duration.ZERO);
            case FeedState.Stale stale -> Optional.of(Duration.between(stale.since(), clock.instant()));
            case FeedState.NeverHeard never -> Optional.empty();
        };
    }

    @Override
    public synchronized Instant applianceNow() {
        return clock.instant().plus(applianceAhead);
    }

    /** A time of ours by the appliance's clock. */
    public synchronized Instant byAppliance(Instant ours) {
        return ours.plus(applianceAhead);
    }

    @Override
    public LiveView.Subscription onChange(Consumer<FeedState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
