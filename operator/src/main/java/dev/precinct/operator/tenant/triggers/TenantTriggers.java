package dev.precinct.operator.tenant.triggers;

import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.cache.TenantCaches;
import dev.precinct.operator.cluster.FabricClusterObjects;
import dev.precinct.operator.config.OperatorConfig;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.demand.Demands;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.runtimes.RuntimeReports;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Presence;
import dev.precinct.operator.tenant.plan.GivenSecrets;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that wakes a pass beside an edit of the Tenant. Secrets in tenants' namespaces are not watched: that would need a right to
 * list the Secrets of the whole cluster, or a connection for each tenant; they are looked at in each pass.
 */
public final class TenantTriggers {
    private static final List<Class<? extends HasMetadata>> MADE_BY_US = List.of(
            RoleBinding.class,
            ServiceAccount.class,
            ResourceQuota.class,
            LimitRange.class,
            NetworkPolicy.class,
            ConfigMap.class,
            Deployment.class,
            Service.class);

    private final OperatorConfig config;
    private final FabricClusterObjects cluster;
    private final TenantDatabases databases;
    private final TenantCaches caches;
    private final RuntimeReports reports;
    private final Demands demands;
    private final Waker waker;

    /** @param leads whether this operator works, or only stands by */
    public TenantTriggers(
            OperatorConfig config,
            FabricClusterObjects cluster,
            TenantDatabases databases,
            TenantCaches caches,
            RuntimeReports reports,
            Demands demands,
            BooleanSupplier leads) {
        this.config = config;
        this.cluster = cluster;
        this.databases = databases;
        this.caches = caches;
        this.reports = reports;
        this.demands = demands;
        this.waker = new Waker(cluster, leads);
    }

    /** Whether a change of a Tenant is one to act on: its spec, an annotation, its deletion; not the status, which is our own. */
    public static boolean isForUs(Tenant now, Tenant before) {
        return !Objects.equals(
                        now.getMetadata().getGeneration(), before.getMetadata().getGeneration())
                || !Objects.equals(
                        now.getMetadata().getAnnotations(), before.getMetadata().getAnnotations())
                || now.isMarkedForDeletion() != before.isMarkedForDeletion();
    }

    public List<EventSource<?, Tenant>> eventSources(EventSourceContext<Tenant> context) {
        var sources = new ArrayList<EventSource<?, Tenant>>();
        MADE_BY_US.forEach(kind -> sources.add(cached(kind, context)));
        sources.add(informer(Namespace.class, context));
        sources.add(givenSecrets(context));
        sources.add(new DemandSource(config.namespace(), demands, waker, context));
        sources.add(new ChangeWatch("idleness", config.watch(), context, this::idleness));
        sources.add(new ChangeWatch("runtime-reports", config.watch(), context, tenants -> this::reportOf));
        sources.add(new ChangeWatch("backends", config.watch(), context, this::pulses));
        return sources;
    }

    private <T extends HasMetadata> InformerEventSource<T, Tenant> cached(
            Class<T> kind, EventSourceContext<Tenant> context) {
        var informer = informer(kind, context);
        cluster.findIn(kind, (namespace, name) -> found(informer, new ResourceID(name, namespace)));
        return informer;
    }

    /** At the end of the process a pass may be under way: to it, an emptied cache must not look like an emptied cluster. It reports nothing. */
    private static <T extends HasMetadata> Optional<T> found(InformerEventSource<T, Tenant> informer, ResourceID id) {
        Optional<T> found = informer.get(id);
        if (found.isEmpty() && !informer.isRunning()) {
            throw new CancellationException("the operator is ending and sees the cluster no longer");
        }
        return found;
    }

    private static <T extends HasMetadata> InformerEventSource<T, Tenant> informer(
            Class<T> kind, EventSourceContext<Tenant> context) {
        return new InformerEventSource<>(
                InformerEventSourceConfiguration.from(kind, Tenant.class)
                        .withName(kind.getSimpleName())
                        .withLabelSelector(Labels.MANAGED_BY + "=" + Labels.OPERATOR)
                        .withWatchAllNamespaces()
                        .withSecondaryToPrimaryMapper(TenantTriggers::tenantOf)
                        .build(),
                context);
    }

    private static Set<ResourceID> tenantOf(HasMetadata object) {
        String tenant = object.getMetadata().getLabels().get(Labels.TENANT);
        return tenant == null ? Set.of() : Set.of(new ResourceID(tenant));
    }

    /** Secrets beside the operator: a tenant that names one wakes when it appears or changes. */
    private InformerEventSource<Secret, Tenant> givenSecrets(EventSourceContext<Tenant> context) {
        return new InformerEventSource<>(
                InformerEventSourceConfiguration.from(Secret.class, Tenant.class)
                        .withName("given-secrets")
                        .withNamespaces(config.namespace())
                        .withSecondaryToPrimaryMapper(secret -> namers(secret, context))
                        .build(),
                context);
    }

    private static Set<ResourceID> namers(Secret secret, EventSourceContext<Tenant> context) {
        String name = secret.getMetadata().getName();
        return context.getPrimaryCache()
                .list(tenant -> name.equals(TenantNames.SIGNING_KEY)
                        || GivenSecrets.namedBy(new EffectiveSpec(tenant.getSpec()))
                                .contains(name))
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }

    private ChangeWatch.Look idleness(List<Tenant> tenants) {
        demands.keepOnly(
                tenants.stream().map(tenant -> tenant.getMetadata().getName()).collect(Collectors.toSet()));
        return this::idlenessOf;
    }

    /** Changes when it is time to sleep, and when a start takes too long. */
    private String idlenessOf(Tenant tenant) {
        String name = tenant.getMetadata().getName();
        var spec = new EffectiveSpec(tenant.getSpec());
        return switch (stateOf(tenant)) {
            case AWAKE -> spec.sleeps() && demands.idle(name).compareTo(spec.idleAfter()) >= 0 ? "idle" : "";
            case WAKING -> Presence.Waking.isOverdue(demands.wakingFor(name)) ? "overdue" : "";
            case ASLEEP -> "";
            case null -> "";
        };
    }

    private static @Nullable RuntimeState stateOf(Tenant tenant) {
        return tenant.getStatus() == null ? null : tenant.getStatus().runtime();
    }

    private String reportOf(Tenant tenant) {
        if (stateOf(tenant) == RuntimeState.ASLEEP) {
            return "";
        }
        return reports.fetch(TenantNames.of(tenant).namespace())
                .map(report -> String.valueOf(report.hashCode()))
                .orElse("");
    }

    /** Every server is asked once a round, however many tenants it has. */
    private ChangeWatch.Look pulses(List<Tenant> tenants) {
        String redis = caches.pulse();
        Map<String, String> servers = new HashMap<>();
        tenants.forEach(tenant -> servers.computeIfAbsent(serverOf(tenant), databases::pulse));
        return tenant -> redis + "/" + servers.getOrDefault(serverOf(tenant), "");
    }

    private static String serverOf(Tenant tenant) {
        return new EffectiveSpec(tenant.getSpec()).databaseServer();
    }
}
