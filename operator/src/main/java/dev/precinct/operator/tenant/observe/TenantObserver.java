package dev.precinct.operator.tenant.observe;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.cache.CacheUser;
import dev.precinct.operator.cache.TenantCaches;
import dev.precinct.operator.cluster.ClusterObjects;
import dev.precinct.operator.cluster.SecretContent;
import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.runtimes.RuntimeReports;
import dev.precinct.operator.tenant.model.BackendState;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.NamespaceState;
import dev.precinct.operator.tenant.model.Reach;
import dev.precinct.operator.tenant.model.TenantObservation;
import dev.precinct.operator.tenant.model.TenantSecrets;
import dev.precinct.operator.tenant.model.Use;
import dev.precinct.operator.tenant.plan.GivenSecrets;
import dev.precinct.tenancy.runtime.RuntimeReport;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads cluster, PostgreSQL, Redis and the runtime into one observation. */
public final class TenantObserver {
    private static final List<String> OWN_SECRETS = List.of(
            TenantNames.DATABASE,
            TenantNames.REDIS,
            TenantNames.CMX,
            TenantNames.NOTIFICATIONS,
            TenantNames.USER_PASSWORDS);

    private final String ownNamespace;
    private final ClusterObjects cluster;
    private final TenantDatabases databases;
    private final TenantCaches caches;
    private final RuntimeReports reports;
    private final ReachObserver reach;
    private final UseObserver use;

    public TenantObserver(
            String ownNamespace,
            ClusterObjects cluster,
            TenantDatabases databases,
            TenantCaches caches,
            RuntimeReports reports,
            ReachObserver reach,
            UseObserver use) {
        this.ownNamespace = ownNamespace;
        this.cluster = cluster;
        this.databases = databases;
        this.caches = caches;
        this.reports = reports;
        this.reach = reach;
        this.use = use;
    }

    public TenantObservation observe(Tenant tenant, EffectiveSpec spec) {
        var names = TenantNames.of(tenant);
        NamespaceState namespace = namespaceState(names);
        var own = namespace == NamespaceState.OPEN ? ownSecrets(names) : Map.<String, SecretContent>of();
        if (own.values().stream().anyMatch(SecretContent.Unreadable.class::isInstance)) {
            namespace = NamespaceState.CLOSED;
        }
        var secrets = new TenantSecrets(own, givenSecrets(spec), publicKeys());
        Reach found = reach.observe(spec, ownNamespace);
        if (namespace != NamespaceState.OPEN) {
            var unsound = new BackendState.Unsound();
            return new TenantObservation(namespace, secrets, found, unsound, unsound, null, null, Use.NONE);
        }
        Deployment runtime = runtime(names);
        RuntimeReport report = report(names, runtime);
        return new TenantObservation(
                namespace,
                secrets,
                found,
                database(names, spec, secrets),
                redis(names, secrets),
                runtime,
                report,
                use.observe(tenant, spec, runtime, report));
    }

    public NamespaceState namespaceState(TenantNames names) {
        return cluster.findNamespace(names.namespace())
                .map(namespace -> stateOf(namespace, names))
                .orElse(NamespaceState.ABSENT);
    }

    /** Null: there is none. */
    public @Nullable Deployment runtime(TenantNames names) {
        var like = new DeploymentBuilder()
                .withNewMetadata()
                .withName(TenantNames.RUNTIME)
                .withNamespace(names.namespace())
                .endMetadata()
                .build();
        return cluster.find(like).orElse(null);
    }

    private static NamespaceState stateOf(Namespace namespace, TenantNames names) {
        var labels = namespace.getMetadata().getLabels();
        if (!names.areOn(labels == null ? Map.of() : labels)) {
            return NamespaceState.FOREIGN;
        }
        return namespace.isMarkedForDeletion() ? NamespaceState.ENDING : NamespaceState.OPEN;
    }

    private Map<String, SecretContent> ownSecrets(TenantNames names) {
        var found = new HashMap<String, SecretContent>();
        OWN_SECRETS.forEach(secret -> found.put(secret, cluster.readSecret(names.namespace(), secret)));
        return found;
    }

    private Map<String, SecretContent> givenSecrets(EffectiveSpec spec) {
        var found = new HashMap<String, SecretContent>();
        GivenSecrets.namedBy(spec).forEach(secret -> found.put(secret, cluster.readSecret(ownNamespace, secret)));
        return found;
    }

    private String publicKeys() {
        return cluster.readSecret(ownNamespace, TenantNames.SIGNING_KEY)
                .find("jwks.json")
                .orElseThrow(() -> new TenantException.Transient(
                        dev.precinct.operator.failure.TenantReason.SECRET_MISSING,
                        "the gateway's signing key is missing: the Secret " + TenantNames.SIGNING_KEY,
                        null));
    }

    private BackendState database(TenantNames names, EffectiveSpec spec, TenantSecrets secrets) {
        var database = new TenantDatabase(spec.databaseServer(), names.login());
        return backend(TenantNames.DATABASE, secrets, password -> databases.isSound(database, password));
    }

    private BackendState redis(TenantNames names, TenantSecrets secrets) {
        return backend(TenantNames.REDIS, secrets, password -> caches.isSound(new CacheUser(names.id(), password)));
    }

    /** Without a password in the Secret nothing can be sound, so nobody is asked. */
    private static BackendState backend(String secret, TenantSecrets secrets, Predicate<String> isSound) {
        var password = secrets.own(secret).find("password");
        if (password.isEmpty()) {
            return new BackendState.Unsound();
        }
        try {
            return isSound.test(password.get()) ? new BackendState.Sound() : new BackendState.Unsound();
        } catch (TenantException e) {
            return new BackendState.Unknown(e);
        }
    }

    private @Nullable RuntimeReport report(TenantNames names, @Nullable Deployment runtime) {
        boolean runs = runtime != null && !Objects.equals(runtime.getSpec().getReplicas(), 0);
        return !runs ? null : reports.fetch(names.namespace()).orElse(null);
    }
}
