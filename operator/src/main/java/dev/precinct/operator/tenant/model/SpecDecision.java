package dev.precinct.operator.tenant.model;

import dev.precinct.operator.failure.SpecProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which spec counts in this pass.
 *
 * @param running what is to run: the wanted spec if it is valid, else the last valid one, else null
 * @param problems of the wanted spec
 * @param accepted JSON of {@code running} for the status
 */
public record SpecDecision(
        @Nullable EffectiveSpec running,
        List<SpecProblem> problems,
        @Nullable String accepted) {
    public SpecDecision {
        problems = List.copyOf(problems);
    }

    public boolean valid() {
        return problems.isEmpty();
    }
}
