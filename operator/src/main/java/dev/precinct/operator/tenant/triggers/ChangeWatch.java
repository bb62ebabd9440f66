package dev.precinct.operator.tenant.triggers;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks regularly at something that sends no events, and wakes a tenant's pass when it is not what it was. */
final class ChangeWatch extends AbstractEventSource<Tenant, Tenant> {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);

    /** Looks at once: one that hangs must not hold up a thousand others. */
    private static final int PARALLEL_LOOKS = 32;

    private final Duration pause;
    private final EventSourceContext<Tenant> context;
    private final Round round;
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService timer;

    ChangeWatch(String name, Duration pause, EventSourceContext<Tenant> context, Round round) {
        super(Tenant.class, name);
        this.pause = pause;
        this.context = context;
        this.round = round;
    }

    @Override
    public synchronized void start() {
        super.start();
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("watch-" + name()).factory());
        Future<?> rounds =
                started.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("looking at {} every {}: {}", name(), pause, rounds);
        timer = started;
    }

    @Override
    public synchronized void stop() {
        super.stop();
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    @Override
    public Set<Tenant> getSecondaryResources(Tenant primary) {
        return Set.of();
    }

    private void look() {
        try {
            List<Tenant> tenants = context.getPrimaryCache().list().toList();
            Look look = round.begin(tenants);
            lookAtAll(tenants, look);
            last.keySet()
                    .retainAll(tenants.stream()
                            .map(tenant -> tenant.getMetadata().getName())
                            .collect(Collectors.toSet()));
        } catch (RuntimeException e) {
            // A round that failed is no reason to end the watch; the next one tries again.
            LOG.warn("a look at {} failed", name(), e);
        }
    }

    /** Closing waits for all of them, so that rounds never overlap. */
    private void lookAtAll(List<Tenant> tenants, Look look) {
        try (var lookers = Executors.newFixedThreadPool(
                PARALLEL_LOOKS, Thread.ofVirtual().name("look-" + name()).factory())) {
            tenants.forEach(tenant -> lookers.execute(() -> compare(tenant, look)));
        }
    }

    /** The first look counts as no change: the tenant's first pass has seen, or will see, the same. */
    private void compare(Tenant tenant, Look look) {
        String name = tenant.getMetadata().getName();
        String now = look.at(tenant);
        String before = last.put(name, now);
        if (before != null && !before.equals(now)) {
            getEventHandler().handleEvent(new Event(new ResourceID(name)));
        }
    }

    /** Begins one round over all tenants. */
    @FunctionalInterface
    interface Round {
        Look begin(List<Tenant> tenants);
    }

    /** What one tenant looks like. */
    @FunctionalInterface
    interface Look {
        String at(Tenant tenant);
    }
}
