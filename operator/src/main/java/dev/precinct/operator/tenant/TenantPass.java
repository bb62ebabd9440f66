package dev.precinct.operator.tenant;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.cluster.ClusterObjects;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.PassOutcome;
import dev.precinct.operator.tenant.model.PassOutcome.StepName;
import dev.precinct.operator.tenant.model.Pause;
import dev.precinct.operator.tenant.model.SpecDecision;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.model.TenantObservation;
import dev.precinct.operator.tenant.status.TenantNews;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over one tenant: observe, validate, plan, apply, report. */
public final class TenantPass {
    private static final PassOutcome NOTHING_TRIED = new PassOutcome(Map.of());

    private final ClusterObjects cluster;
    private final Phases phases;
    private final Departure departure;

    public TenantPass(ClusterObjects cluster, Phases phases, Departure departure) {
        this.cluster = cluster;
        this.phases = phases;
        this.departure = departure;
    }

    /** How it ended; empty when there is no such tenant, or nothing is left to do for it. */
    public Optional<StepOutcome> run(String name) {
        Optional<Tenant> found = cluster.findTenant(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Tenant tenant = found.get();
        boolean held = tenant.hasFinalizer(Tenant.FINALIZER);
        if (tenant.isMarkedForDeletion() && !held) {
            return Optional.empty();
        }
        Pause pause = Pause.of(tenant);
        if (pause != Pause.NONE) {
            report(tenant, phases.reporter().paused(tenant, pause));
            return Optional.of(new StepOutcome.Settled());
        }
        if (tenant.isMarkedForDeletion()) {
            return Optional.of(leave(tenant));
        }
        if (!held) {
            cluster.hold(tenant);
        }
        return Optional.of(live(tenant));
    }

    private StepOutcome live(Tenant tenant) {
        SpecDecision decision = phases.judge().decide(tenant);
        var names = TenantNames.of(tenant);
        TenantObservation seen = null;
        PassOutcome outcome = NOTHING_TRIED;
        try {
            if (decision.running() != null) {
                seen = phases.observer().observe(tenant, decision.running());
                outcome = phases.executor().apply(phases.planner().plan(names, decision.running(), seen));
            }
        } catch (TenantException e) {
            outcome = new PassOutcome(Map.of(stepOf(e), new StepOutcome.Failed(e)));
        }
        report(tenant, phases.reporter().live(tenant, decision, seen, outcome));
        outcome.news().ifPresent(news -> cluster.publish(tenant, news));
        return summed(outcome);
    }

    private StepOutcome leave(Tenant tenant) {
        SpecDecision decision = phases.judge().decide(tenant);
        StepOutcome outcome = departure.run(tenant, decision.running());
        if (!(outcome instanceof StepOutcome.Settled)) {
            report(tenant, phases.reporter().departing(tenant, decision, outcome));
        }
        return outcome;
    }

    /** Once, at the end, and only when something changed. */
    private void report(Tenant tenant, TenantStatus status) {
        @Nullable TenantStatus before = tenant.getStatus();
        if (!status.equals(before)) {
            cluster.writeStatus(tenant, status);
            TenantNews.between(before, status).forEach(news -> cluster.publish(tenant, news));
        }
    }

    private static StepName stepOf(TenantException e) {
        return switch (e.reason()) {
            case DATABASE_UNREACHABLE, DATABASE_REFUSED, DATABASE_SERVER_UNKNOWN, DATABASE_UNTRUSTED ->
                StepName.DATABASE;
            case REDIS_UNREACHABLE, REDIS_REFUSED, REDIS_UNTRUSTED -> StepName.REDIS;
            default -> StepName.OBJECTS;
        };
    }

    private static StepOutcome summed(PassOutcome outcome) {
        var failure = outcome.firstFailure();
        if (failure.isPresent()) {
            return new StepOutcome.Failed(failure.get());
        }
        return outcome.steps().values().stream()
                .filter(StepOutcome.Waiting.class::isInstance)
                .findFirst()
                .orElseGet(StepOutcome.Settled::new);
    }
}
