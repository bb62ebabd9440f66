package dev.precinct.gateway.demand;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.tenancy.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is used: marked at the first use, and then four times within the time after which the tenant would sleep. Nobody waits for a mark to
 * be written.
 */
public final class Demand {
    private static final Logger LOG = LoggerFactory.getLogger(Demand.class);
    private static final int MARKS_IN_AN_IDLE_TIME = 4;

    /** A mark that was just made, or just failed, is not made again at once. */
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(1);

    private final DemandMarks marks;
    private final Ticker ticker;
    private final Executor writers;
    private final Map<TenantId, Long> nextAtNanos = new ConcurrentHashMap<>();

    public Demand(DemandMarks marks, Ticker ticker, Executor writers) {
        this.marks = marks;
        this.ticker = ticker;
        this.writers = writers;
    }

    /** An allowed request of this tenant came, or a stream of it is open. */
    public void used(TenantSite tenant) {
        Duration idleAfter = tenant.plan().idleAfter();
        if (idleAfter != null && !tenant.plan().suspended()) {
            marked(tenant, idleAfter, idleAfter.dividedBy(MARKS_IN_AN_IDLE_TIME));
        }
    }

    /** Somebody waits for the runtime: a mark of just before may be the one that it fell asleep after. */
    public void awaited(TenantSite tenant) {
        Duration idleAfter = tenant.plan().idleAfter();
        if (idleAfter != null && !tenant.plan().suspended()) {
            long latest = ticker.read() + SHORTEST_GAP.toNanos();
            nextAtNanos.computeIfPresent(tenant.id(), (_, next) -> next - latest > 0 ? latest : next);
            marked(tenant, idleAfter, idleAfter.dividedBy(MARKS_IN_AN_IDLE_TIME));
        }
    }

    private void marked(TenantSite tenant, Duration idleAfter, Duration gap) {
        long now = ticker.read();
        Long next = nextAtNanos.get(tenant.id());
        if (next != null && now - next < 0) {
            return;
        }
        long following = now + gap.toNanos();
        boolean mine = next == null
                ? nextAtNanos.putIfAbsent(tenant.id(), following) == null
                : nextAtNanos.replace(tenant.id(), next, following);
        if (mine) {
            writers.execute(() -> write(tenant, idleAfter));
        }
    }

    private void write(TenantSite tenant, Duration idleAfter) {
        try {
            marks.mark(tenant, idleAfter);
        } catch (MarkFailedException e) {
            LOG.warn("that {} is used could not be told: {}", tenant.name(), e.toString());
            nextAtNanos.put(tenant.id(), ticker.read() + SHORTEST_GAP.toNanos());
        }
    }
}
