package dev.precinct.gateway.principals.persistence;

import static java.util.stream.Collectors.toMap;

import dev.precinct.gateway.principals.FeedState;
import dev.precinct.gateway.principals.PrincipalReplicas;
import dev.precinct.gateway.principals.Replica;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.TenantKeys;
import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalJson;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * One connection that waits on the change streams of all tenants at once. It comes back at least every {@link #WAIT} to take in tenants
 * that appeared or left, which is also how late a change can be noticed at worst. Every {@link #DOUBT} all snapshots are read again: a
 * stream that vanished, or a database that was set back, would otherwise never be noticed.
 */
public final class RedisPrincipalFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisPrincipalFeed.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration DOUBT = Duration.ofSeconds(30);
    private static final int BATCH = 1_000;

    private final Supplier<Jedis> connections;
    private final Supplier<Set<TenantId>> tenants;
    private final BooleanSupplier tenantsKnown;
    private final PrincipalReplicas replicas;
    private final FeedState state;
    private final Clock clock;
    private final Thread thread;

    /** Last entry read of each tenant whose snapshot was read. */
    private final Map<TenantId, StreamEntryID> positions = new HashMap<>();

    private Instant doubtAt = Instant.MIN;
    private boolean complained;
    private volatile boolean open = true;

    public RedisPrincipalFeed(
            Supplier<Jedis> connections,
            Supplier<Set<TenantId>> tenants,
            BooleanSupplier tenantsKnown,
            PrincipalReplicas replicas,
            FeedState state,
            Clock clock) {
        this.connections = connections;
        this.tenants = tenants;
        this.tenantsKnown = tenantsKnown;
        this.replicas = replicas;
        this.state = state;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("principal-feed").start(this::run);
    }

    private void run() {
        while (open) {
            try (var redis = connections.get()) {
                while (open) {
                    follow(redis);
                }
            } catch (JedisException | IllegalStateException e) {
                if (open) {
                    lost(e);
                }
            }
        }
    }

    private void lost(Exception failure) {
        if (state.connected() || !complained) {
            complained = true;
            LOG.warn("Redis does not answer, users are the last known: {}", failure.toString());
        }
        state.lost();
        pause(PAUSE_AFTER_FAILURE);
    }

    private void follow(Jedis redis) {
        boolean complete = tenantsKnown.getAsBoolean();
        var current = tenants.get();
        positions.keySet().retainAll(current);
        replicas.retain(current);
        if (!clock.instant().isBefore(doubtAt)) {
            doubtAt = clock.instant().plus(DOUBT);
            positions.clear();
        }
        for (var tenant : current) {
            if (!positions.containsKey(tenant)) {
                readSnapshot(redis, tenant);
            }
        }
        state.reached(complete);
        if (positions.isEmpty()) {
            pause(WAIT);
            return;
        }
        readChanges(redis);
    }

    /** The stream's end is taken before the snapshot: writers write both at once, so the snapshot holds all up to that end. */
    private void readSnapshot(Jedis redis, TenantId tenant) {
        var keys = new TenantKeys(tenant);
        List<StreamEntry> last = redis.xrevrange(keys.principalChanges(), "+", "-", 1);
        String json = redis.get(keys.principals());
        if (json == null) {
            return; // nothing published yet, or lost: what is known stays, and the next round looks again
        }
        try {
            var snapshot = PrincipalJson.read(json, PrincipalsSnapshot.class);
            if (!snapshot.tenant().equals(tenant)) {
                LOG.error("the users under the key of tenant {} are those of another tenant", tenant);
                return;
            }
            replicas.keep(Replica.of(snapshot));
            positions.put(
                    tenant,
                    last.isEmpty() ? new StreamEntryID(0, 0) : last.getFirst().getID());
        } catch (IllegalArgumentException e) {
            LOG.error("the users of tenant {} can't be read", tenant, e);
        }
    }

    private void readChanges(Jedis redis) {
        var byKey = positions.keySet().stream()
                .collect(toMap(tenant -> new TenantKeys(tenant).principalChanges(), tenant -> tenant));
        var from = new HashMap<String, StreamEntryID>();
        byKey.forEach((key, tenant) -> from.put(key, positions.get(tenant)));
        var params = XReadParams.xReadParams().count(BATCH).block((int) WAIT.toMillis());
        var read = redis.xread(params, from);
        if (read == null) {
            return;
        }
        for (var stream : read) {
            var tenant = byKey.get(stream.getKey());
            if (tenant != null) {
                apply(tenant, stream.getValue());
            }
        }
    }

    private void apply(TenantId tenant, List<StreamEntry> entries) {
        for (var entry : entries) {
            var replica = replicas.find(tenant);
            var change = changeIn(tenant, entry);
            if (replica.isEmpty() || change.isEmpty()) {
                positions.remove(tenant);
                return;
            }
            switch (replica.get().apply(change.get())) {
                case Replica.Applied.Next next -> replicas.keep(next.replica());
                case Replica.Applied.Known known ->
                    LOG.trace("revision {} was in the snapshot", change.get().revision());
                case Replica.Applied.Gap gap -> {
                    LOG.info(
                            "changes of tenant {} before revision {} are missing",
                            tenant,
                            change.get().revision());
                    positions.remove(tenant);
                    return;
                }
            }
            positions.put(tenant, entry.getID());
        }
    }

    private static Optional<PrincipalChange> changeIn(TenantId tenant, StreamEntry entry) {
        try {
            return PrincipalChange.fromFields(entry.getFields());
        } catch (IllegalArgumentException e) {
            LOG.error("a change of tenant {} can't be read", tenant, e);
            return Optional.empty();
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            open = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
