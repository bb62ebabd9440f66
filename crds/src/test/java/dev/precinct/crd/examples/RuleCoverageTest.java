package dev.precinct.crd.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.validation.Problem;
import dev.precinct.crd.validation.SchemaRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each thing that the definition demands is demanded for a reason: without it, some bad example would pass or get another answer. */
class RuleCoverageTest {
    @Test
    void everyDemandOfTheDefinitionHasABadExample() {
        var demands = new Demands();
        List<Example> examples = Example.invalid();
        List<List<Problem>> answers = answers(SchemaRules.of(demands.definition()), examples);
        assertThat(demands.all())
                .isNotEmpty()
                .filteredOn(demand -> answers(SchemaRules.of(demands.without(demand)), examples)
                        .equals(answers))
                .isEmpty();
    }

    private static List<List<Problem>> answers(SchemaRules rules, List<Example> examples) {
        return examples.stream()
                .map(example -> rules.problemsIn(example.object(), example.old()))
                .toList();
    }
}
