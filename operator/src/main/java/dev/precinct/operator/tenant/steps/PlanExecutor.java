package dev.precinct.operator.tenant.steps;

import dev.precinct.operator.cache.TenantCaches;
import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.tenant.model.BackendState;
import dev.precinct.operator.tenant.model.PassOutcome;
import dev.precinct.operator.tenant.model.PassOutcome.StepName;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.model.TenantPlan;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a plan says, in the order of {@link StepName}. A step that fails stops neither the healing of what runs nor the next
 * independent one: with PostgreSQL away, a Redis user that vanished is still put back.
 */
public final class PlanExecutor {
    private static final StepOutcome SETTLED = new StepOutcome.Settled();

    private final ObjectWriter objects;
    private final TenantDatabases databases;
    private final TenantCaches caches;
    private final Farewells farewells;

    public PlanExecutor(ObjectWriter objects, TenantDatabases databases, TenantCaches caches, Farewells farewells) {
        this.objects = objects;
        this.databases = databases;
        this.caches = caches;
        this.farewells = farewells;
    }

    public PassOutcome apply(TenantPlan plan) {
        return switch (plan) {
            case TenantPlan.Refuse refuse ->
                new PassOutcome(Map.of(StepName.OBJECTS, new StepOutcome.Failed(refuse.failure())));
            case TenantPlan.Open open -> new PassOutcome(Map.of(StepName.OBJECTS, open(open)));
            case TenantPlan.Provision provision -> {
                // Before anything else: the runtime needs its copy of the credentials and its way out for it.
                var news = provision.runtime().leavesCmx()
                        ? farewells.leave(provision.names())
                        : Optional.<OwnerEvent>empty();
                yield provision(provision).with(news);
            }
        };
    }

    private StepOutcome open(TenantPlan.Open open) {
        StepOutcome outcome = attempt(() -> open.objects().forEach(objects::ensure));
        return outcome instanceof StepOutcome.Failed
                ? outcome
                : new StepOutcome.Waiting(
                        TenantReason.WAITING_FOR_NAMESPACE,
                        "the namespace and the operator's rights in it are being made");
    }

    private PassOutcome provision(TenantPlan.Provision plan) {
        // First of all: somebody waits for it. And a seed that wakes it stays different until it is on its way.
        StepOutcome woken = plan.runtime().wakes()
                ? attempt(() -> objects.scale(plan.names().namespace(), 1))
                : SETTLED;
        var outcomes = new EnumMap<StepName, StepOutcome>(StepName.class);
        outcomes.put(StepName.OBJECTS, attempt(() -> {
            plan.objects().forEach(objects::ensure);
            plan.superfluous().forEach(objects::remove);
        }));
        // A password has to be in its Secret before a server is told: else nobody would know it after a crash in
        // between.
        if (outcomes.get(StepName.OBJECTS) instanceof StepOutcome.Settled) {
            outcomes.put(
                    StepName.DATABASE,
                    backend(
                            plan.database().state(),
                            () -> databases.ensure(
                                    plan.database().database(), plan.database().password())));
            outcomes.put(
                    StepName.REDIS,
                    backend(
                            plan.redis().state(),
                            () -> caches.ensure(plan.redis().user())));
        }
        PassOutcome before = new PassOutcome(outcomes);
        return woken instanceof StepOutcome.Failed ? before.with(StepName.RUNTIME, woken) : runtime(plan, before);
    }

    private PassOutcome runtime(TenantPlan.Provision whole, PassOutcome before) {
        TenantPlan.RuntimePlan plan = whole.runtime();
        boolean backends = before.settled(StepName.DATABASE) && before.settled(StepName.REDIS);
        if (!plan.exists() && !backends) {
            return before.with(
                    StepName.RUNTIME,
                    new StepOutcome.Waiting(
                            TenantReason.WAITING_FOR_BACKENDS,
                            "the runtime is started when database and Redis are there"));
        }
        try {
            objects.ensure(plan.service());
            var runtime = objects.ensure(plan.deployment(), plan.presence().replicas());
            if (plan.ends()) {
                objects.scale(whole.names().namespace(), 0);
            }
            return before.with(StepName.RUNTIME, SETTLED).with(runtime).with(plan.presence());
        } catch (TenantException e) {
            return before.with(StepName.RUNTIME, new StepOutcome.Failed(e));
        }
    }

    private static StepOutcome backend(BackendState state, Runnable ensure) {
        return switch (state) {
            case BackendState.Sound sound -> SETTLED;
            case BackendState.Unsound unsound -> attempt(ensure);
            case BackendState.Unknown unknown -> new StepOutcome.Failed(unknown.failure());
        };
    }

    private static StepOutcome attempt(Runnable step) {
        try {
            step.run();
            return SETTLED;
        } catch (TenantException e) {
            return new StepOutcome.Failed(e);
        }
    }
}
