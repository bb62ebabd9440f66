package dev.precinct.operator.demand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When each tenant was last used, by this operator's own clock: what gateways write is only compared with what they wrote before, so
 * their clocks do not matter. Kept in memory: after a restart every tenant has a whole idle time before it.
 */
public final class Demands {
    private final Clock clock;
    private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();
    private final Map<String, Instant> waking = new ConcurrentHashMap<>();
    private final Set<String> unusable = ConcurrentHashMap.newKeySet();

    /** @param demand null: none was ever seen */
    private record Sighting(@Nullable String demand, Instant at) {}

    public Demands(Clock clock) {
        this.clock = clock;
    }

    /**
     * A gateway said that the tenant is used.
     *
     * @param demand differs from the one before if it is a new one
     * @return whether it is new to this operator
     */
    public boolean saw(String tenant, String demand) {
        var now = new Sighting(demand, clock.instant());
        var kept = sightings.merge(tenant, now, (before, later) -> demand.equals(before.demand) ? before : later);
        return kept == now;
    }

    /** The last one. */
    public Optional<String> last(String tenant) {
        return Optional.ofNullable(sightings.get(tenant)).map(Sighting::demand);
    }

    /** For how long nobody has used what could be used; from now on for a tenant that was not asked for before. */
    public Duration idle(String tenant) {
        Instant now = clock.instant();
        Instant since = sightings.computeIfAbsent(tenant, _ -> new Sighting(null, now)).at;
        return unusable.contains(tenant) ? Duration.ZERO : Duration.between(since, now);
    }

    /** Nobody can use what is not there: such a tenant is not idle. */
    public void isUnusable(String tenant) {
        unusable.add(tenant);
    }

    /** It can be used: if it could not be before, its idle time begins now. */
    public void isUsable(String tenant) {
        if (unusable.remove(tenant)) {
            Instant now = clock.instant();
            sightings.compute(tenant, (_, before) -> new Sighting(before == null ? null : before.demand, now));
        }
    }

    /** For how long a runtime has been waking. */
    public Duration wakingFor(String tenant) {
        Instant now = clock.instant();
        return Duration.between(waking.computeIfAbsent(tenant, _ -> now), now);
    }

    public void isNotWaking(String tenant) {
        waking.remove(tenant);
    }

    /** Forgets all others: they are gone. */
    public void keepOnly(Set<String> tenants) {
        sightings.keySet().retainAll(tenants);
        waking.keySet().retainAll(tenants);
        unusable.retainAll(tenants);
    }
}
