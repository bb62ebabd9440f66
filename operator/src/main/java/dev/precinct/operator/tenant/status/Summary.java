package dev.precinct.operator.tenant.status;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.operator.failure.TenantReason;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code Ready} and the phase: derived from the other conditions, never decided upon. */
final class Summary {
    /** What serving needs, in the order in which a lack is told. CMX is not among them, and neither is its password. */
    private static final List<String> NEEDED = List.of(
            ConditionTypes.NAMESPACE_READY,
            ConditionTypes.DATABASE_READY,
            ConditionTypes.REDIS_READY,
            ConditionTypes.RUNTIME_READY);

    /** Reasons of {@code RuntimeReady} that only a runtime gets that was ready before. */
    private static final Set<String> AFTER_SERVING = Stream.of(
                    TenantReason.RUNTIME_ROLLING, TenantReason.RUNTIME_STALLED, TenantReason.RUNTIME_UNAVAILABLE)
            .map(TenantReason::wire)
            .collect(Collectors.toUnmodifiableSet());

    private Summary() {}

    /** @param conditions all others, as they will be written */
    static Finding ready(Collection<Condition> conditions) {
        for (String type : NEEDED) {
            Optional<Condition> condition = ConditionSet.find(conditions, type);
            if (condition.isEmpty() || !is(condition.get(), Finding.State.TRUE)) {
                return Finding.bad(
                        ConditionTypes.READY,
                        condition
                                .map(found -> TenantReason.ofWire(found.getReason()))
                                .orElse(TenantReason.PENDING),
                        type + ": " + condition.map(Condition::getMessage).orElse("not looked at yet"));
            }
        }
        return Finding.good(ConditionTypes.READY, TenantReason.ALL_READY, "the tenant is served");
    }

    static TenantPhase phase(Collection<Condition> conditions, boolean suspended, @Nullable TenantPhase before) {
        if (is(conditions, ConditionTypes.SPEC_VALID, Finding.State.FALSE)) {
            return TenantPhase.INVALID;
        }
        if (suspended) {
            return TenantPhase.SUSPENDED;
        }
        if (is(conditions, ConditionTypes.READY, Finding.State.TRUE)) {
            return is(conditions, ConditionTypes.CREDENTIALS_READY, Finding.State.FALSE)
                    ? TenantPhase.DEGRADED
                    : TenantPhase.READY;
        }
        if (onlyRolls(conditions)) {
            return TenantPhase.PROVISIONING;
        }
        if (before == TenantPhase.READY || before == TenantPhase.DEGRADED || served(conditions)) {
            return TenantPhase.DEGRADED;
        }
        return is(conditions, ConditionTypes.NAMESPACE_READY, Finding.State.TRUE)
                ? TenantPhase.PROVISIONING
                : TenantPhase.PENDING;
    }

    /** Whether the runtime is ready, or had been. */
    static boolean served(Collection<Condition> conditions) {
        return ConditionSet.find(conditions, ConditionTypes.RUNTIME_READY)
                .filter(runtime -> is(runtime, Finding.State.TRUE) || AFTER_SERVING.contains(runtime.getReason()))
                .isPresent();
    }

    /** An edit on its way to the runtime is nothing broken: the runtime before it serves. */
    private static boolean onlyRolls(Collection<Condition> conditions) {
        return ConditionSet.find(conditions, ConditionTypes.READY)
                .filter(ready -> ready.getReason().equals(TenantReason.RUNTIME_ROLLING.wire()))
                .isPresent();
    }

    static boolean is(Collection<Condition> conditions, String type, Finding.State state) {
        return ConditionSet.find(conditions, type)
                .filter(condition -> is(condition, state))
                .isPresent();
    }

    private static boolean is(Condition condition, Finding.State state) {
        return condition.getStatus().equals(state.wire());
    }
}
