package dev.precinct.operator.tenant.plan;

import dev.precinct.operator.cache.CacheUser;
import dev.precinct.operator.cluster.SecretContent;
import dev.precinct.operator.config.RuntimeSettings;
import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.network.CmxReach;
import dev.precinct.operator.network.PlatformServices;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Presence;
import dev.precinct.operator.tenant.model.TenantObservation;
import dev.precinct.operator.tenant.model.TenantPlan;
import dev.precinct.operator.tenant.resources.NamespaceResources;
import dev.precinct.operator.tenant.resources.NetworkResources;
import dev.precinct.operator.tenant.resources.PermissionResources;
import dev.precinct.operator.tenant.resources.RuntimeEnvironment;
import dev.precinct.operator.tenant.resources.RuntimeResources;
import dev.precinct.operator.tenant.resources.SecretResources;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From a spec and what was seen to what has to be there. */
public final class TenantPlanner {
    private final String ownNamespace;
    private final RuntimeSettings settings;
    private final Destinations destinations;
    private final PasswordSource passwords;

    /** @param cmx where a tenant's CMX may be */
    public TenantPlanner(PlatformServices services, RuntimeSettings settings, CmxReach cmx, PasswordSource passwords) {
        this.ownNamespace = services.namespace();
        this.destinations = new Destinations(cmx, services);
        this.settings = settings;
        this.passwords = passwords;
    }

    public TenantPlan plan(TenantNames names, EffectiveSpec spec, TenantObservation seen) {
        return switch (seen.namespace()) {
            case FOREIGN ->
                new TenantPlan.Refuse(new TenantException.UserMustAct(
                        TenantReason.NAMESPACE_NOT_OURS,
                        "the namespace " + names.namespace()
                                + " exists and was not made for this tenant: nothing in it is touched"));
            case ENDING ->
                new TenantPlan.Refuse(new TenantException.Transient(
                        TenantReason.NAMESPACE_ENDING,
                        "the namespace " + names.namespace() + " is being deleted",
                        null));
            case ABSENT, CLOSED -> new TenantPlan.Open(room(names));
            case OPEN -> provision(names, spec, seen);
        };
    }

    private TenantPlan provision(TenantNames names, EffectiveSpec spec, TenantObservation seen) {
        var secrets = new SecretPlanner(names, spec, seen, passwords);
        String databasePassword = secrets.kept(TenantNames.DATABASE, "password");
        String redisPassword = secrets.kept(TenantNames.REDIS, "password");

        var objects = new ArrayList<HasMetadata>(room(names));
        objects.add(NamespaceResources.serviceAccount(names));
        objects.add(NamespaceResources.quota(names));
        objects.add(NamespaceResources.limits(names));
        objects.add(NetworkResources.nothing(names));
        objects.add(NetworkResources.openings(names, ownNamespace, destinations.of(spec, seen.reach())));
        objects.add(PermissionResources.permissions(names, spec.permissions()));
        objects.addAll(secrets.secrets(databasePassword, redisPassword));

        return new TenantPlan.Provision(
                names,
                objects,
                superfluous(names, spec, seen),
                new TenantPlan.DatabasePlan(
                        new TenantDatabase(spec.databaseServer(), names.login()), databasePassword, seen.database()),
                new TenantPlan.RedisPlan(new CacheUser(names.id(), redisPassword), seen.redis()),
                runtime(names, spec, seen));
    }

    private List<HasMetadata> room(TenantNames names) {
        return List.of(NamespaceResources.namespace(names), NamespaceResources.operatorRights(names, ownNamespace));
    }

    private TenantPlan.RuntimePlan runtime(TenantNames names, EffectiveSpec spec, TenantObservation seen) {
        var environment =
                RuntimeEnvironment.of(names, spec, settings, seen.reach().database());
        var deployment = RuntimeResources.deployment(names, settings.image(), environment);
        Presence presence = SleepPolicy.of(spec, seen);
        return new TenantPlan.RuntimePlan(
                RuntimeResources.service(names),
                deployment,
                seen.runtime() != null,
                seen.use().replicas() > 0 && Pushes.end(seen.runtime(), deployment, presence),
                presence,
                seen.use().replicas());
    }

    /** A tenant that gave up its CMX keeps no copy of the credentials. */
    private static List<HasMetadata> superfluous(TenantNames names, EffectiveSpec spec, TenantObservation seen) {
        boolean left = spec.cmx().isEmpty() && seen.secrets().own(TenantNames.CMX) instanceof SecretContent.Present;
        return left ? List.of(SecretResources.secret(names, TenantNames.CMX, Map.of())) : List.of();
    }
}
