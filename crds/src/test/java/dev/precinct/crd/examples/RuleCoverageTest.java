package dev.precinct.crd.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
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
        SchemaRules whole = SchemaRules.of(demands.definition());
        assertThat(demands.all())
                .isNotEmpty()
                .filteredOn(demand -> answers(SchemaRules.of(demands.without(demand)), examples, demand)
                        .equals(answers(whole, examples, demand)))
                .isEmpty();
    }

    /** Only an example that is named after the field, or after one in it, counts. */
    private static List<List<Problem>> answers(SchemaRules rules, List<Example> examples, JsonPointer demand) {
        return examples.stream()
                .filter(example -> example.brokenField().startsWith(Demands.fieldOf(demand)))
                .map(example -> rules.problemsIn(example.object(), example.old()))
                .toList();
    }
}
