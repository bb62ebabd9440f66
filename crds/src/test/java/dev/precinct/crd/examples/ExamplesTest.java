package dev.precinct.crd.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.crd.validation.Problem;
import dev.precinct.crd.validation.TenantRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    static List<Example> valid() {
        return Example.valid();
    }

    static List<Example> invalid() {
        return Example.invalid();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void whatUsersCopyIsValid(Example example) {
        assertThat(TenantRules.problemsIn(example.object(), null)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readingAndWritingLosesNothing(Example example) throws Exception {
        var strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        JsonNode spec = TenantRules.withDefaults(example.object()).get("spec");
        TenantSpec read = strict.treeToValue(spec, TenantSpec.class);
        assertThat(strict.<JsonNode>valueToTree(read)).isEqualTo(spec);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void aBadExampleBreaksTheFieldItIsNamedAfterAndNoOther(Example example) {
        List<Problem> problems = TenantRules.problemsIn(example.object(), example.old());
        assertThat(problems)
                .isNotEmpty()
                .extracting(problem -> Example.withoutIndices(problem.field()))
                .containsOnly(example.brokenField());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void whatABadChangeStartsFromIsValid(Example example) {
        if (example.old() != null) {
            assertThat(TenantRules.problemsIn(example.old(), null)).isEmpty();
        }
    }

    @Test
    void allFieldsAreInTheFullExample() {
        JsonNode full = Example.valid().stream()
                .filter(example -> example.name().equals("full-tenant"))
                .findFirst()
                .orElseThrow()
                .object();
        assertThat(new SpecFields().absentFrom(full.get("spec"))).isEmpty();
    }
}
