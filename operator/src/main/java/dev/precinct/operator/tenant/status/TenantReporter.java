package dev.precinct.operator.tenant.status;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.config.RuntimeSettings;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.PassOutcome;
import dev.precinct.operator.tenant.model.PassOutcome.StepName;
import dev.precinct.operator.tenant.model.Pause;
import dev.precinct.operator.tenant.model.Presence;
import dev.precinct.operator.tenant.model.Rollout;
import dev.precinct.operator.tenant.model.SpecDecision;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.model.TenantObservation;
import dev.precinct.tenancy.runtime.RuntimeReport;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the status of a Tenant from the status before, what was seen, what was done, and the clock. */
public final class TenantReporter {
    private static final TenantStatus NOTHING_FOUND_YET =
            new TenantStatus(null, null, null, null, null, null, null, null, null, null);

    private final RuntimeSettings settings;
    private final Clock clock;

    public TenantReporter(RuntimeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param seen null when nothing could be observed, or no spec ever was valid */
    public TenantStatus live(
            Tenant tenant, SpecDecision decision, @Nullable TenantObservation seen, PassOutcome outcome) {
        var findings = new ArrayList<Finding>();
        findings.add(PauseFindings.NOT_PAUSED);
        findings.add(ProvisioningFindings.spec(decision));
        provisioning(outcome, findings);
        EffectiveSpec running = decision.running();
        boolean suspended = running != null && running.suspended();
        if (running != null && seen != null) {
            boolean wasReady = Summary.served(before(tenant));
            findings.add(ProvisioningFindings.credentials(running, seen.secrets()));
            findings.add(RuntimeFindings.runtime(running, outcome, seen.use().waking(), wasReady));
            reported(running, seen, outcome, findings);
        }
        findings.add(Summary.ready(conditions(tenant, findings)));
        boolean wanted = !suspended && !(outcome.presence() instanceof Presence.Asleep);
        boolean gaveUp = wanted && Rollout.isGivenUp(outcome.runtime());
        findings.addAll(Progress.of(conditions(tenant, findings), outcome.firstLastingFailure(), gaveUp));
        var conditions = conditions(tenant, findings);
        TenantPhase phase = Summary.phase(conditions, suspended, phaseBefore(tenant));
        return status(tenant, decision, running(tenant, phase, outcome), conditions);
    }

    /** While it sleeps, what its runtime said last stands: nothing of it can have changed but the seed, and that wakes it. */
    private static void reported(
            EffectiveSpec spec, TenantObservation seen, PassOutcome outcome, List<Finding> findings) {
        RuntimeReport report = seen.report();
        if (!RuntimeFindings.isSilentBySleep(outcome, report)) {
            findings.add(RuntimeFindings.permissions(spec, report));
            findings.add(RuntimeFindings.cmx(spec, report));
            return;
        }
        if (seen.use().seedChanged()) {
            findings.add(RuntimeFindings.seedOnItsWay());
        }
        if (spec.cmx().isEmpty()) {
            findings.add(RuntimeFindings.cmx(spec, report));
        }
    }

    /** A pass that did not get as far as the runtime left it as it was. */
    private static Running running(Tenant tenant, TenantPhase phase, PassOutcome outcome) {
        TenantStatus before = Objects.requireNonNullElse(tenant.getStatus(), NOTHING_FOUND_YET);
        if (outcome.presence() == null) {
            return new Running(phase, before.runtime(), before.lastDemand());
        }
        String lastDemand = outcome.presence() instanceof Presence.Asleep asleep ? asleep.lastDemand() : null;
        return new Running(phase, RuntimeFindings.state(outcome), lastDemand);
    }

    /** What a status says in a word, and what its next reader needs of a sleep. */
    private record Running(
            TenantPhase phase,
            @Nullable RuntimeState runtime,
            @Nullable String lastDemand) {}

    /** Of a Tenant that is left alone: what was last found out stands, and so does the generation that it speaks of. */
    public TenantStatus paused(Tenant tenant, Pause pause) {
        List<Condition> conditions = conditions(tenant, PauseFindings.of(tenant, pause, before(tenant)));
        TenantStatus before = Objects.requireNonNullElse(tenant.getStatus(), NOTHING_FOUND_YET);
        TenantPhase phase = Objects.requireNonNullElse(before.phase(), TenantPhase.PENDING);
        return new TenantStatus(
                before.observedGeneration(),
                tenant.isMarkedForDeletion() ? TenantPhase.DELETING : phase,
                before.runtime(),
                before.lastDemand(),
                before.url(),
                before.namespace(),
                before.database(),
                before.usersSecret(),
                conditions,
                before.acceptedSpec());
    }

    /** Of a Tenant that is being deleted. */
    public TenantStatus departing(Tenant tenant, SpecDecision decision, StepOutcome outcome) {
        var findings = new ArrayList<Finding>();
        findings.add(PauseFindings.NOT_PAUSED);
        findings.add(ProvisioningFindings.spec(decision));
        Finding ready = gone(outcome);
        findings.add(ready);
        Optional<TenantException> failure =
                outcome instanceof StepOutcome.Failed failed ? Optional.of(failed.failure()) : Optional.empty();
        failure.flatMap(found -> typeOf(found.reason()).map(type -> Finding.bad(type, found.reason(), found.text())))
                .ifPresent(findings::add);
        findings.addAll(Progress.ofDeparture(ready, failure.filter(TenantException::lasts)));
        return status(tenant, decision, new Running(TenantPhase.DELETING, null, null), conditions(tenant, findings));
    }

    private static Finding gone(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Settled settled ->
                Finding.bad(ConditionTypes.READY, TenantReason.DELETING, "the tenant is gone");
            case StepOutcome.Waiting waiting -> Finding.bad(ConditionTypes.READY, waiting.reason(), waiting.message());
            case StepOutcome.Failed failed ->
                Finding.bad(
                        ConditionTypes.READY,
                        failed.failure().reason(),
                        "waiting, or force it with the annotation " + TenantNames.FORCE_DELETE + ": "
                                + failed.failure().text());
        };
    }

    private static Optional<String> typeOf(TenantReason reason) {
        return switch (reason) {
            case DATABASE_UNREACHABLE, DATABASE_REFUSED, DATABASE_SERVER_UNKNOWN, DATABASE_UNTRUSTED ->
                Optional.of(ConditionTypes.DATABASE_READY);
            case REDIS_UNREACHABLE, REDIS_REFUSED, REDIS_UNTRUSTED -> Optional.of(ConditionTypes.REDIS_READY);
            default -> Optional.empty();
        };
    }

    private static void provisioning(PassOutcome outcome, List<Finding> findings) {
        ProvisioningFindings.step(
                        ConditionTypes.NAMESPACE_READY, outcome, StepName.OBJECTS, "namespace and policies are there")
                .ifPresent(findings::add);
        ProvisioningFindings.step(
                        ConditionTypes.DATABASE_READY, outcome, StepName.DATABASE, "database and role are there")
                .ifPresent(findings::add);
        ProvisioningFindings.step(ConditionTypes.REDIS_READY, outcome, StepName.REDIS, "the Redis user is there")
                .ifPresent(findings::add);
    }

    private List<Condition> conditions(Tenant tenant, List<Finding> findings) {
        return ConditionSet.of(before(tenant), findings, tenant.getMetadata().getGeneration(), clock.instant());
    }

    private TenantStatus status(Tenant tenant, SpecDecision decision, Running running, List<Condition> conditions) {
        var names = TenantNames.of(tenant);
        return new TenantStatus(
                tenant.getMetadata().getGeneration(),
                running.phase(),
                running.runtime(),
                running.lastDemand(),
                settings.urlOf(names.name()),
                names.namespace(),
                names.login(),
                TenantNames.USER_PASSWORDS,
                conditions,
                decision.accepted());
    }

    private static List<Condition> before(Tenant tenant) {
        return tenant.getStatus() == null
                ? List.of()
                : Objects.requireNonNullElse(tenant.getStatus().conditions(), List.of());
    }

    private static @Nullable TenantPhase phaseBefore(Tenant tenant) {
        return tenant.getStatus() == null ? null : tenant.getStatus().phase();
    }
}
