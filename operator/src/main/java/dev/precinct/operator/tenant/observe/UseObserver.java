package dev.precinct.operator.tenant.observe;

import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.cluster.ClusterObjects;
import dev.precinct.operator.demand.Demands;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Rollout;
import dev.precinct.operator.tenant.model.Use;
import dev.precinct.operator.tenant.resources.Drift;
import dev.precinct.operator.tenant.resources.PermissionResources;
import dev.precinct.tenancy.runtime.RuntimeReport;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks whether anybody uses a tenant, and whether its runtime is asleep. */
public final class UseObserver {
    private final ClusterObjects cluster;
    private final Demands demands;

    public UseObserver(ClusterObjects cluster, Demands demands) {
        this.cluster = cluster;
        this.demands = demands;
    }

    Use observe(Tenant tenant, EffectiveSpec spec, @Nullable Deployment runtime, @Nullable RuntimeReport report) {
        var names = TenantNames.of(tenant);
        TenantStatus status = tenant.getStatus();
        RuntimeState before = status == null ? null : status.runtime();
        boolean slept = before == RuntimeState.ASLEEP;
        if (Rollout.of(runtime) == Rollout.COMPLETE && hasSeed(spec, report)) {
            demands.isUsable(names.name());
        } else {
            demands.isUnusable(names.name());
        }
        return new Use(
                before,
                status == null ? null : status.lastDemand(),
                demands.last(names.name()).orElse(null),
                demands.idle(names.name()),
                waking(names, before),
                replicas(names, runtime, slept),
                slept && seedChanged(names, spec));
    }

    /** An answer about the seed, be it a refusal: before, a sleep would leave new users outside. */
    private static boolean hasSeed(EffectiveSpec spec, @Nullable RuntimeReport report) {
        return report != null
                && (report.seed().error() != null
                        || PermissionResources.sha256(spec.permissions())
                                .equals(report.seed().sha256()));
    }

    private Duration waking(TenantNames names, @Nullable RuntimeState before) {
        if (before == RuntimeState.WAKING) {
            return demands.wakingFor(names.name());
        }
        demands.isNotWaking(names.name());
        return Duration.ZERO;
    }

    /** Asked anew while it sleeps: in a cache, which may be older than our last write, it would look as if somebody had woken it. */
    private int replicas(TenantNames names, @Nullable Deployment runtime, boolean slept) {
        if (runtime == null) {
            return 0;
        }
        Integer known = runtime.getSpec().getReplicas();
        return slept ? cluster.replicas(names.namespace()) : known == null ? 1 : known;
    }

    private boolean seedChanged(TenantNames names, EffectiveSpec spec) {
        var desired = PermissionResources.permissions(names, spec.permissions());
        return cluster.find(desired).map(found -> Drift.between(desired, found)).orElse(true);
    }
}
