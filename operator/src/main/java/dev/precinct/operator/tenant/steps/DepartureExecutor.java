package dev.precinct.operator.tenant.steps;

import dev.precinct.crd.tenant.v1alpha1.NotificationMode;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.cache.TenantCaches;
import dev.precinct.operator.cluster.ClusterObjects;
import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.plan.DeparturePlanner;
import dev.precinct.operator.tenant.resources.NamespaceResources;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a tenant down, one stage after the other; every stage may be repeated. */
public final class DepartureExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(DepartureExecutor.class);

    private final String ownNamespace;
    private final ClusterObjects cluster;
    private final ObjectWriter objects;
    private final TenantDatabases databases;
    private final TenantCaches caches;
    private final Farewells farewells;

    /** UIDs of tenants whose runtime was asked: a second time it may be gone already, and its silence would mean nothing. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public DepartureExecutor(
            String ownNamespace,
            ClusterObjects cluster,
            ObjectWriter objects,
            TenantDatabases databases,
            TenantCaches caches,
            Farewells farewells) {
        this.ownNamespace = ownNamespace;
        this.cluster = cluster;
        this.objects = objects;
        this.databases = databases;
        this.caches = caches;
        this.farewells = farewells;
    }

    /** @param spec null for a Tenant that never was valid: nothing was made for it outside Kubernetes */
    public StepOutcome depart(Tenant tenant, @Nullable EffectiveSpec spec, DeparturePlanner.Stage stage) {
        try {
            return run(tenant, spec, stage);
        } catch (TenantException e) {
            return new StepOutcome.Failed(e);
        }
    }

    private StepOutcome run(Tenant tenant, @Nullable EffectiveSpec spec, DeparturePlanner.Stage stage) {
        var names = TenantNames.of(tenant);
        return switch (stage) {
            case DRAIN -> {
                leaveCmx(tenant, names, spec);
                yield drain(tenant, names);
            }
            case AWAIT_DRAINED -> new StepOutcome.Waiting(TenantReason.DRAINING, "the runtime is ending");
            case CLEAR -> {
                clear(tenant, names, spec);
                cluster.delete(NamespaceResources.namespace(names));
                yield awaitingNamespace(names);
            }
            case AWAIT_NAMESPACE -> awaitingNamespace(names);
            case RELEASE -> {
                clear(tenant, names, spec);
                cluster.release(tenant);
                asked.remove(tenant.getMetadata().getUid());
                LOG.info("the tenant is gone");
                yield new StepOutcome.Settled();
            }
        };
    }

    private void leaveCmx(Tenant tenant, TenantNames names, @Nullable EffectiveSpec spec) {
        boolean pushes = Optional.ofNullable(spec)
                .flatMap(EffectiveSpec::cmx)
                .filter(cmx -> EffectiveSpec.notifications(cmx) == NotificationMode.ENABLED)
                .isPresent();
        if (pushes && asked.add(tenant.getMetadata().getUid())) {
            farewells.leave(names).ifPresent(news -> tell(tenant, news));
        }
    }

    private StepOutcome drain(Tenant tenant, TenantNames names) {
        try {
            objects.ensure(NamespaceResources.operatorRights(names, ownNamespace));
            cluster.scale(names.namespace(), 0);
        } catch (TenantException e) {
            if (!forced(tenant)) {
                throw e;
            }
            LOG.warn("the runtime could not be drained; it goes with its namespace", e);
            cluster.delete(NamespaceResources.namespace(names));
            return awaitingNamespace(names);
        }
        return new StepOutcome.Waiting(TenantReason.DRAINING, "the runtime is ending");
    }

    private static StepOutcome awaitingNamespace(TenantNames names) {
        return new StepOutcome.Waiting(
                TenantReason.DELETING, "the namespace " + names.namespace() + " is being deleted");
    }

    private void clear(Tenant tenant, TenantNames names, @Nullable EffectiveSpec spec) {
        if (spec == null) {
            return;
        }
        var database = new TenantDatabase(spec.databaseServer(), names.login());
        String databaseWords = "database and role " + names.login() + " on server " + spec.databaseServer();
        String redisWords = "Redis user " + names.login() + " and keys t:" + names.id() + ":*";
        switch (spec.onDelete()) {
            case OnDelete.RETAIN ->
                tell(
                        tenant,
                        OwnerEvent.good(
                                TenantReason.DATA_RETAINED,
                                "kept, because onDelete is Retain: " + databaseWords + "; " + redisWords));
            case OnDelete.DELETE -> {
                boolean all = dropped(tenant, databaseWords, () -> drop(database));
                all &= dropped(tenant, redisWords, () -> drop(names));
                if (all) {
                    tell(
                            tenant,
                            OwnerEvent.good(
                                    TenantReason.DATA_DELETED, "deleted: " + databaseWords + "; " + redisWords));
                }
            }
        }
    }

    private void drop(TenantDatabase database) {
        if (databases.exists(database)) {
            databases.drop(database);
            LOG.info("dropped database and role {}", database.name());
        }
    }

    private void drop(TenantNames names) {
        if (caches.exists(names.id())) {
            caches.drop(names.id());
            LOG.info("dropped Redis user {} and its keys", names.login());
        }
    }

    /** Whether it is gone; false only where the owner forces it. */
    private boolean dropped(Tenant tenant, String what, Runnable drop) {
        try {
            drop.run();
            return true;
        } catch (TenantException e) {
            if (!forced(tenant)) {
                throw e;
            }
            tell(
                    tenant,
                    OwnerEvent.bad(
                            TenantReason.DATA_LEFT_BEHIND,
                            "forced, and so left behind: " + what + " (" + e.text() + ")"));
            return false;
        }
    }

    private void tell(Tenant tenant, OwnerEvent event) {
        LOG.info("{}", event.message());
        cluster.publish(tenant, event.toldOnce());
    }

    private static boolean forced(Tenant tenant) {
        var annotations = tenant.getMetadata().getAnnotations();
        return annotations != null && "true".equals(annotations.get(TenantNames.FORCE_DELETE));
    }
}
