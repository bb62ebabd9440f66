package dev.precinct.operator.tenant.status;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.PassOutcome;
import dev.precinct.operator.tenant.model.PassOutcome.StepName;
import dev.precinct.operator.tenant.model.Presence;
import dev.precinct.operator.tenant.model.Rollout;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.resources.PermissionResources;
import dev.precinct.tenancy.runtime.RuntimeReport;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the runtime is and says: its Deployment, the seed it applied, its CMX. */
final class RuntimeFindings {
    private static final String SILENT = "the runtime does not answer yet";

    private RuntimeFindings() {}

    /**
     * @param waking for so long
     * @param wasReady the runtime had served before
     */
    static Finding runtime(EffectiveSpec spec, PassOutcome outcome, Duration waking, boolean wasReady) {
        var step = outcome.find(StepName.RUNTIME);
        if (spec.suspended()) {
            return Finding.bad(ConditionTypes.RUNTIME_READY, TenantReason.SUSPENDED, "spec.runMode is Suspended");
        }
        if (step.isPresent() && step.get() instanceof StepOutcome.Failed failed) {
            return Finding.bad(
                    ConditionTypes.RUNTIME_READY,
                    failed.failure().reason(),
                    failed.failure().text());
        }
        if (step.isPresent() && step.get() instanceof StepOutcome.Waiting waiting) {
            return Finding.bad(ConditionTypes.RUNTIME_READY, waiting.reason(), waiting.message());
        }
        if (outcome.presence() instanceof Presence.Asleep) {
            return Finding.good(
                    ConditionTypes.RUNTIME_READY,
                    TenantReason.ASLEEP,
                    "nobody uses the tenant: no runtime runs, and the next request wakes it");
        }
        Rollout rollout = Rollout.of(outcome.runtime());
        var refusal = Rollout.refusal(outcome.runtime());
        if (refusal.isPresent()) {
            return Finding.bad(
                    ConditionTypes.RUNTIME_READY,
                    TenantReason.RUNTIME_STALLED,
                    "the cluster makes no pod of the runtime: " + refusal.get());
        }
        if (outcome.presence() instanceof Presence.Waking
                && rollout == Rollout.DOWN
                && !Presence.Waking.isOverdue(waking)) {
            return Finding.good(
                    ConditionTypes.RUNTIME_READY,
                    TenantReason.WAKING,
                    "the runtime starts again: requests are held until it listens");
        }
        return rolledOut(rollout, wasReady);
    }

    private static Finding rolledOut(Rollout rollout, boolean wasReady) {
        return switch (rollout) {
            case COMPLETE ->
                Finding.good(ConditionTypes.RUNTIME_READY, TenantReason.RUNTIME_AVAILABLE, "the runtime is ready");
            case ROLLING ->
                Finding.bad(
                        ConditionTypes.RUNTIME_READY,
                        TenantReason.RUNTIME_ROLLING,
                        "a new runtime is starting; the one before serves until it is ready");
            case STALLED ->
                Finding.bad(
                        ConditionTypes.RUNTIME_READY,
                        TenantReason.RUNTIME_STALLED,
                        "the new runtime does not become ready; the one before goes on serving");
            case DOWN -> down(wasReady);
        };
    }

    private static Finding down(boolean wasReady) {
        return wasReady
                ? Finding.bad(
                        ConditionTypes.RUNTIME_READY,
                        TenantReason.RUNTIME_UNAVAILABLE,
                        "the runtime was ready and no longer is")
                : Finding.bad(ConditionTypes.RUNTIME_READY, TenantReason.RUNTIME_STARTING, "the runtime is starting");
    }

    /** Whether nobody can be asked, and what was found out before the sleep still holds. */
    static boolean isSilentBySleep(PassOutcome outcome, @Nullable RuntimeReport report) {
        return outcome.presence() instanceof Presence.Asleep
                || outcome.presence() instanceof Presence.Waking && report == null;
    }

    /** Of a runtime that wakes because of it. */
    static Finding seedOnItsWay() {
        return Finding.bad(
                ConditionTypes.PERMISSIONS_APPLIED,
                TenantReason.PERMISSIONS_WAITING,
                "the runtime wakes to take the latest seed");
    }

    /** What the runtime is, for lists; null while none is there yet, or the tenant is suspended. */
    static @Nullable RuntimeState state(PassOutcome outcome) {
        boolean down = Rollout.of(outcome.runtime()) == Rollout.DOWN;
        return switch (outcome.presence()) {
            case null -> null;
            case Presence.Awake awake -> down ? null : RuntimeState.AWAKE;
            case Presence.Waking waking -> down ? RuntimeState.WAKING : RuntimeState.AWAKE;
            case Presence.Asleep asleep -> RuntimeState.ASLEEP;
            case Presence.Suspended suspended -> null;
        };
    }

    static Finding permissions(EffectiveSpec spec, @Nullable RuntimeReport report) {
        String type = ConditionTypes.PERMISSIONS_APPLIED;
        if (report == null) {
            return Finding.unknown(type, silence(spec), silenceWords(spec));
        }
        var seed = report.seed();
        if (seed.error() != null) {
            return Finding.bad(type, TenantReason.PERMISSIONS_REFUSED, seed.error());
        }
        if (!PermissionResources.sha256(spec.permissions()).equals(seed.sha256())) {
            return Finding.bad(type, TenantReason.PERMISSIONS_WAITING, "the runtime has not taken the latest seed yet");
        }
        if (!seed.unresolvedSegments().isEmpty()) {
            return Finding.bad(
                    type,
                    TenantReason.SEGMENTS_UNRESOLVED,
                    "no map has these segments, and they grant nothing: "
                            + String.join(", ", seed.unresolvedSegments()));
        }
        return seed.keptDifferences().isEmpty()
                ? Finding.good(type, TenantReason.PERMISSIONS_APPLIED, "the seed is applied")
                : Finding.good(
                        type,
                        TenantReason.CHANGES_KEPT,
                        "applied; the tenant's administrator has these otherwise, and they were kept: "
                                + String.join(", ", seed.keptDifferences()));
    }

    static Finding cmx(EffectiveSpec spec, @Nullable RuntimeReport report) {
        String type = ConditionTypes.CMX_REACHABLE;
        if (spec.cmx().isEmpty()) {
            return Finding.unknown(type, TenantReason.CMX_NOT_CONFIGURED, "the tenant has no CMX");
        }
        var cmx = Optional.ofNullable(report).map(RuntimeReport::cmx);
        if (cmx.isEmpty()) {
            return Finding.unknown(type, silence(spec), silenceWords(spec));
        }
        String message = cmx.get().message();
        return switch (cmx.get().state()) {
            case REACHABLE -> Finding.good(type, TenantReason.CMX_ANSWERS, message);
            case CREDENTIALS_REFUSED -> Finding.bad(type, TenantReason.CMX_CREDENTIALS_REFUSED, message);
            case UNREACHABLE -> Finding.bad(type, TenantReason.CMX_UNREACHABLE, message);
            case BAD_ANSWER -> Finding.bad(type, TenantReason.CMX_BAD_ANSWER, message);
            case NOT_TRIED -> Finding.unknown(type, TenantReason.CMX_NOT_TRIED, message);
        };
    }

    private static TenantReason silence(EffectiveSpec spec) {
        return spec.suspended() ? TenantReason.SUSPENDED : TenantReason.RUNTIME_SILENT;
    }

    private static String silenceWords(EffectiveSpec spec) {
        return spec.suspended() ? "spec.runMode is Suspended" : SILENT;
    }
}
