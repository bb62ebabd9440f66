package dev.precinct.gateway.tenants.kubernetes;

import dev.precinct.crd.meta.SpecDuration;
import dev.precinct.crd.tenant.v1alpha1.RunMode;
import dev.precinct.crd.tenant.v1alpha1.ScalingSpec;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.gateway.tenants.HostTable;
import dev.precinct.gateway.tenants.RunPlan;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.gateway.tenants.Tenants;
import dev.precinct.tenancy.TenantId;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tenants of a Kubernetes API, followed by list and watch. The API may be away at the start and later: what was known stays, and the
 * informer tries again.
 */
public final class ClusterTenants implements Tenants, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterTenants.class);

    private static final Duration USUAL_IDLE_TIME = Duration.ofMinutes(10);

    private final String baseDomain;
    private final Map<String, TenantSite> byUid = new ConcurrentHashMap<>();
    private final SharedIndexInformer<Tenant> informer;
    private volatile HostTable table;
    private volatile boolean open = true;

    public ClusterTenants(KubernetesClient client, String baseDomain) {
        this.baseDomain = baseDomain;
        this.table = HostTable.of(baseDomain, List.of());
        this.informer = client.resources(Tenant.class).runnableInformer(0);
        informer.addEventHandler(new Follower());
        informer.exceptionHandler((started, failure) -> {
            if (open) {
                LOG.warn("Tenants can't be followed, trying again: {}", failure.toString());
            }
            return open;
        });
        // The start fails in the background as long as the API is away; the handler above makes it try again.
        informer.start().whenComplete((done, failure) -> {
            if (failure != null && open) {
                LOG.error("following Tenants ended", failure);
            }
        });
    }

    @Override
    public Optional<TenantSite> findByHost(String hostHeader) {
        return table.find(hostHeader);
    }

    @Override
    public Optional<TenantSite> find(TenantId id) {
        return table.find(id);
    }

    @Override
    public Collection<TenantSite> served() {
        return table.sites();
    }

    @Override
    public boolean synced() {
        return informer.hasSynced();
    }

    @Override
    public void close() {
        open = false;
        informer.stop();
    }

    private synchronized void take(String uid, @Nullable TenantSite site) {
        var before = site == null ? byUid.remove(uid) : byUid.put(uid, site);
        if (site == null ? before != null : !site.equals(before)) {
            table = HostTable.of(baseDomain, byUid.values());
        }
    }

    private static TenantSite siteOf(Tenant tenant) {
        var metadata = tenant.getMetadata();
        var spec = tenant.getSpec();
        var hosts = spec == null ? null : spec.hosts();
        return new TenantSite(
                TenantId.ofUid(metadata.getUid()),
                metadata.getName(),
                spec == null || spec.displayName() == null ? metadata.getName() : spec.displayName(),
                Instant.parse(metadata.getCreationTimestamp()),
                hosts == null ? List.of() : hosts,
                planOf(spec));
    }

    private static RunPlan planOf(@Nullable TenantSpec spec) {
        if (spec == null) {
            return RunPlan.ALWAYS;
        }
        return new RunPlan(spec.runMode() == RunMode.SUSPENDED, idleAfter(spec.scaling()));
    }

    /** The definition has a default; a Tenant that a schema of before let in may lack it. */
    private static @Nullable Duration idleAfter(@Nullable ScalingSpec scaling) {
        if (scaling == null || !Objects.equals(scaling.min(), 0)) {
            return null;
        }
        return scaling.idleAfter() == null ? USUAL_IDLE_TIME : SpecDuration.parse(scaling.idleAfter());
    }

    private final class Follower implements ResourceEventHandler<Tenant> {
        @Override
        public void onAdd(Tenant tenant) {
            boolean leaving = tenant.getMetadata().getDeletionTimestamp() != null;
            take(tenant.getMetadata().getUid(), leaving ? null : siteOf(tenant));
        }

        @Override
        public void onUpdate(Tenant before, Tenant now) {
            if (!before.getMetadata().getUid().equals(now.getMetadata().getUid())) {
                take(before.getMetadata().getUid(), null);
            }
            onAdd(now);
        }

        @Override
        public void onDelete(Tenant tenant, boolean finalStateUnknown) {
            take(tenant.getMetadata().getUid(), null);
        }
    }
}
