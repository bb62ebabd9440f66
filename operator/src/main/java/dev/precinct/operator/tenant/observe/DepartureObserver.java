package dev.precinct.operator.tenant.observe;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.DepartureObservation;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at what is left of a tenant that is being deleted. */
public final class DepartureObserver {
    private final TenantObserver observer;
    private final Clock clock;

    public DepartureObserver(TenantObserver observer, Clock clock) {
        this.observer = observer;
        this.clock = clock;
    }

    public DepartureObservation observe(Tenant tenant) {
        var names = TenantNames.of(tenant);
        Instant now = clock.instant();
        Deployment runtime = observer.runtime(names);
        return new DepartureObservation(
                observer.namespaceState(names),
                replicas(runtime),
                wanted(runtime),
                Duration.between(begun(tenant, now), now));
    }

    /** When it was asked for, or when the pause that held it up ended: a runtime gets its time to end after a long pause too. */
    static Instant begun(Tenant tenant, Instant now) {
        var asked = Instant.parse(tenant.getMetadata().getDeletionTimestamp());
        List<Condition> known = tenant.getStatus() == null || tenant.getStatus().conditions() == null
                ? List.of()
                : tenant.getStatus().conditions();
        return known.stream()
                .filter(condition -> condition.getType().equals(ConditionTypes.PAUSED))
                .map(paused -> paused.getStatus().equals("True") ? now : Instant.parse(paused.getLastTransitionTime()))
                .filter(asked::isBefore)
                .findFirst()
                .orElse(asked);
    }

    private static int replicas(@Nullable Deployment runtime) {
        if (runtime == null) {
            return 0;
        }
        int running = runtime.getStatus() == null || runtime.getStatus().getReplicas() == null
                ? 0
                : runtime.getStatus().getReplicas();
        return Math.max(running, wanted(runtime));
    }

    private static int wanted(@Nullable Deployment runtime) {
        return Stream.ofNullable(runtime)
                .map(found -> found.getSpec().getReplicas())
                .mapToInt(replicas -> replicas == null ? 1 : replicas)
                .sum();
    }
}
