package dev.precinct.operator.tenant.status;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code Reconciling} and {@code Stalled}, for tools that wait: derived from the other conditions and from how failures were sorted. At
 * most one of them is True, and both are False when there is nothing to wait for. A transient failure is Reconciling, never Stalled.
 */
final class Progress {
    /** Reasons of {@code PermissionsApplied} as long as the runtime does not have the seed that was asked for last. */
    private static final Set<String> SEED_ON_ITS_WAY = Stream.of(
                    TenantReason.PERMISSIONS_WAITING, TenantReason.PERMISSIONS_REFUSED)
            .map(TenantReason::wire)
            .collect(Collectors.toUnmodifiableSet());

    private Progress() {}

    /**
     * @param conditions all others, {@code Ready} among them, as they will be written
     * @param failure of this pass, that a person has to mend
     * @param gaveUp the cluster waits no longer for the runtime
     */
    static List<Finding> of(Collection<Condition> conditions, Optional<TenantException> failure, boolean gaveUp) {
        return stop(conditions, failure, gaveUp)
                .map(Progress::stalled)
                .orElseGet(() -> List.of(
                        work(conditions).map(Progress::reconciling).orElseGet(() -> rest(conditions)), unstalled()));
    }

    /**
     * Of a Tenant that is being deleted: what is wrong with its spec or its Secrets holds nothing up any more.
     *
     * @param ready as it will be written: how far the deletion is
     */
    static List<Finding> ofDeparture(Finding ready, Optional<TenantException> failure) {
        return failure.map(Progress::trouble)
                .map(Progress::stalled)
                .orElseGet(() -> List.of(reconciling(new Trouble(ready.reason(), ready.message())), unstalled()));
    }

    private static List<Finding> stalled(Trouble stop) {
        return List.of(
                Finding.bad(ConditionTypes.RECONCILING, stop.reason(), "a person has to act: Stalled says why"),
                Finding.good(ConditionTypes.STALLED, stop.reason(), stop.message()));
    }

    private static Finding reconciling(Trouble work) {
        return Finding.good(ConditionTypes.RECONCILING, work.reason(), work.message());
    }

    private static Finding unstalled() {
        return Finding.bad(ConditionTypes.STALLED, TenantReason.NO_ACTION_NEEDED, "nobody has to act");
    }

    /** What holds everything up until a person acts. */
    private static Optional<Trouble> stop(
            Collection<Condition> conditions, Optional<TenantException> failure, boolean gaveUp) {
        return isFalse(conditions, ConditionTypes.SPEC_VALID)
                .or(() -> failure.map(Progress::trouble))
                .or(() -> isFalse(conditions, ConditionTypes.CREDENTIALS_READY))
                .or(() -> gaveUp
                        ? Optional.of(new Trouble(
                                TenantReason.RUNTIME_STALLED,
                                "the cluster does not get the runtime ready: RuntimeReady and its pods say why"))
                        : Optional.empty());
    }

    /** What is still on its way, or comes back by itself. A suspended tenant is as it was asked to be. */
    private static Optional<Trouble> work(Collection<Condition> conditions) {
        boolean ready = Summary.is(conditions, ConditionTypes.READY, Finding.State.TRUE);
        return ConditionSet.find(conditions, ready ? ConditionTypes.PERMISSIONS_APPLIED : ConditionTypes.READY)
                .filter(found -> ready ? SEED_ON_ITS_WAY.contains(found.getReason()) : !isSuspended(found))
                .map(Progress::trouble);
    }

    private static Finding rest(Collection<Condition> conditions) {
        boolean suspended = ConditionSet.find(conditions, ConditionTypes.READY)
                .filter(Progress::isSuspended)
                .isPresent();
        return suspended
                ? Finding.bad(ConditionTypes.RECONCILING, TenantReason.SUSPENDED, "spec.runMode is Suspended")
                : Finding.bad(ConditionTypes.RECONCILING, TenantReason.UP_TO_DATE, "what was asked for is there");
    }

    private static boolean isSuspended(Condition ready) {
        return ready.getReason().equals(TenantReason.SUSPENDED.wire());
    }

    private static Optional<Trouble> isFalse(Collection<Condition> conditions, String type) {
        return ConditionSet.find(conditions, type)
                .filter(condition -> condition.getStatus().equals(Finding.State.FALSE.wire()))
                .map(Progress::trouble);
    }

    private static Trouble trouble(Condition condition) {
        return new Trouble(TenantReason.ofWire(condition.getReason()), condition.getMessage());
    }

    private static Trouble trouble(TenantException failure) {
        return new Trouble(failure.reason(), failure.text());
    }

    private record Trouble(TenantReason reason, String message) {}
}
