package dev.precinct.operator.tenant.observe;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.DepartureObservation;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
        var since = Instant.parse(tenant.getMetadata().getDeletionTimestamp());
        Deployment runtime = observer.runtime(names);
        return new DepartureObservation(
                observer.namespaceState(names),
                replicas(runtime),
                wanted(runtime),
                Duration.between(since, clock.instant()));
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
