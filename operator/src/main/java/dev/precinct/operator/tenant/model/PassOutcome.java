package dev.precinct.operator.tenant.model;

import dev.precinct.operator.failure.TenantException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How the steps of a pass ended; a step that is not in it was not tried. */
public record PassOutcome(Map<StepName, StepOutcome> steps) {
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

    public Optional<StepOutcome> find(StepName name) {
        return Optional.ofNullable(steps.get(name));
    }

    public boolean settled(StepName name) {
        return steps.get(name) instanceof StepOutcome.Settled;
    }

    /** The first failure in the order of steps. */
    public Optional<TenantException> firstFailure() {
        for (StepName name : StepName.values()) {
            if (steps.get(name) instanceof StepOutcome.Failed failed) {
                return Optional.of(failed.failure());
            }
        }
        return Optional.empty();
    }
}
