package dev.precinct.operator.tenant.model;

import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.failure.TenantException;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the steps of a pass ended; a step that is not in it was not tried.
 *
 * @param runtime the runtime's Deployment as it is after the pass; null when its step did not settle
 * @param presence of the runtime, as it was brought about; null when its step did not settle
 * @param news for the owner that no condition tells
 */
public record PassOutcome(
        Map<StepName, StepOutcome> steps,
        @Nullable Deployment runtime,
        @Nullable Presence presence,
        Optional<OwnerEvent> news) {
    /** The steps in their order. */
    public enum StepName {
        OBJECTS,
        DATABASE,
        REDIS,
        RUNTIME
    }

    public PassOutcome {
        var ordered = new EnumMap<StepName, StepOutcome>(StepName.class);
        ordered.putAll(steps);
        steps = Map.copyOf(ordered);
    }

    /** Of a pass that did not get as far as the runtime. */
    public PassOutcome(Map<StepName, StepOutcome> steps) {
        this(steps, null, null, Optional.empty());
    }

    public PassOutcome with(StepName name, StepOutcome outcome) {
        var more = new EnumMap<StepName, StepOutcome>(StepName.class);
        more.putAll(steps);
        more.put(name, outcome);
        return new PassOutcome(more, runtime, presence, news);
    }

    public PassOutcome with(Deployment found) {
        return new PassOutcome(steps, found, presence, news);
    }

    public PassOutcome with(Optional<OwnerEvent> told) {
        return new PassOutcome(steps, runtime, presence, told);
    }

    public PassOutcome with(Presence brought) {
        return new PassOutcome(steps, runtime, brought, news);
    }

    public Optional<StepOutcome> find(StepName name) {
        return Optional.ofNullable(steps.get(name));
    }

    public boolean settled(StepName name) {
        return steps.get(name) instanceof StepOutcome.Settled;
    }

    /** The first failure in the order of steps. */
    public Optional<TenantException> firstFailure() {
        return failures().findFirst();
    }

    /** The first failure that trying again does not mend. */
    public Optional<TenantException> firstLastingFailure() {
        return failures().filter(TenantException::lasts).findFirst();
    }

    private Stream<TenantException> failures() {
        return Stream.of(StepName.values())
                .map(steps::get)
                .filter(StepOutcome.Failed.class::isInstance)
                .map(outcome -> ((StepOutcome.Failed) outcome).failure());
    }
}
