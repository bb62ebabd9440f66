package dev.precinct.crd.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every feature of a schema that our definitions may use one day, on a kind made for the purpose. */
class SchemaRulesTest {
    private final SchemaRules rules = SchemaRules.of(widgets());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{size: 3}                                     | ",
                "{size: 3.0}                                   | ",
                "{size: 3.5}                                   | spec.size",
                "{size: '3'}                                   | spec.size",
                "{size: 0}                                     | spec.size",
                "{size: 11}                                    | spec.size",
                "{size: null}                                  | spec.size",
                "{size: 3, ratio: 1}                           | spec.ratio",
                "{size: 3, ratio: 0.99}                        | ",
                "{size: 3, port: http}                         | ",
                "{size: 3, port: 80}                           | ",
                "{size: 3, port: 80.5}                         | spec.port",
                "{size: 3, port: true}                         | spec.port",
                "{size: 3, on: 'yes'}                          | spec.on",
                "{size: 3, note: null}                         | ",
                "{size: 3, at: '2026-01-31T08:30:00+01:00'}    | ",
                "{size: 3, at: 'yesterday'}                    | spec.at",
                "{size: 3, at: '2019-12-31T23:59:59Z'}         | spec.at",
                "{size: 3, labels: {a: x, b: y}}               | ",
                "{size: 3, labels: {a: ''}}                    | spec.labels[a]",
                "{size: 3, labels: {a: x, b: y, c: z}}         | spec.labels",
                "{size: 3, labels: {}}                         | spec.labels",
                "{size: 3, any: {thing: {goes: [1]}}}          | ",
                "{size: 3, tags: [x, y]}                       | ",
                "{size: 3, tags: [x, y, x]}                    | spec.tags[2]",
                "{size: 3, parts: [{name: a}, {name: b}]}      | ",
                "{size: 3, parts: [{name: a}, {name: a}]}      | spec.parts[1]",
                "{size: 3, parts: [{name: a, colour: red}]}    | spec.parts[0].colour",
                "{size: 3, code: \"ab\\n\"}                     | spec.code",
                "{size: 3, code: ab}                           | ",
                "{size: 3, namespace: kube-system}             | spec.namespace",
                "{size: 3, 'a-b': wrong}                       | spec.a-b",
                "{size: 9, parts: [{name: a}]}                 | spec"
            })
    void theFieldThatIsWrongIsNamed(String spec, String field) {
        assertThat(rules.problemsIn(widget(spec), null))
                .extracting(Problem::field)
                .isEqualTo(field == null ? List.of() : List.of(field));
    }

    @Test
    void aRuleIsNotTriedOnAFormItMayNotRelyOn() {
        assertThat(rules.problemsIn(widget("{size: 9, parts: none}"), null))
                .extracting(Problem::field)
                .containsExactly("spec.parts");
    }

    @Test
    void aMessageMayBeComputed() {
        assertThat(rules.problemsIn(widget("{size: 9, parts: [{name: a}]}"), null))
                .containsExactly(new Problem("spec", "9 needs more than 1 part"));
    }

    @Test
    void aTransitionIsJudgedByWhatStoodThere() {
        JsonNode old = widget("{size: 3, parts: [{name: a, weight: 1}, {name: b, weight: 5}]}");
        assertThat(rules.problemsIn(old, null)).isEmpty();
        assertThat(rules.problemsIn(widget("{size: 3, parts: [{name: b, weight: 4}, {name: a, weight: 2}]}"), old))
                .as("items are told apart by their key, not by their place")
                .extracting(Problem::field)
                .containsExactly("spec.parts[0].weight");
        assertThat(rules.problemsIn(widget("{size: 3, parts: [{name: c, weight: 0}]}"), old))
                .isEmpty();
    }

    @Test
    void aTransitionMayAskWhetherAnythingStoodThere() {
        assertThat(rules.problemsIn(widget("{size: 3, once: x}"), null))
                .extracting(Problem::field)
                .containsExactly("spec.once");
        assertThat(rules.problemsIn(widget("{size: 3, once: first}"), null)).isEmpty();
        assertThat(rules.problemsIn(widget("{size: 3, once: x}"), widget("{size: 3, once: first}")))
                .isEmpty();
    }

    @Test
    void anOldFaultIsNotHeldAgainstAnEditElsewhere() {
        JsonNode faulty = widget("{size: 3, code: '1', tags: [x, x]}");
        assertThat(rules.problemsIn(faulty, null)).hasSize(2);
        assertThat(rules.problemsIn(widget("{size: 4, code: '1', tags: [x, x]}"), faulty))
                .isEmpty();
        assertThat(rules.problemsIn(widget("{size: 4, code: '2', tags: [x, x]}"), faulty))
                .hasSize(1);
    }

    @Test
    void defaultsAreFilledInAndUnknownFieldsLeftOut() {
        JsonNode given = widget("{size: null, parts: [{name: a}], extra: 1, any: {kept: 1}}");
        JsonNode before = given.deepCopy();
        assertThat(rules.withDefaults(given).get("spec"))
                .isEqualTo(yaml("{size: null, parts: [{name: a, weight: 1}], any: {kept: 1}, inner: {mode: Fast}}"));
        assertThat(given).isEqualTo(before);
    }

    @Test
    void unknownFieldsOfTheObjectAndItsMetadataAreNamed() {
        JsonNode widget = yaml(
                "{apiVersion: test.dev/v1, kind: Widget, metadata: {name: a, colour: red}, spec: {size: 3}, x: 1}");
        assertThat(rules.problemsIn(widget, null))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("metadata.colour", "x");
    }

    @Test
    void whatIsNoObjectAtAllIsRefused() {
        assertThat(rules.problemsIn(yaml("[1]"), null)).hasSize(1);
        assertThat(rules.problemsIn(yaml("{}"), null))
                .extracting(Problem::field)
                .containsExactly("apiVersion", "kind", "metadata.name");
    }

    /** A rule that is read over would be worse than none. */
    @Test
    void aDefinitionThatAsksForMoreThanIsEvaluatedIsRefused() {
        CustomResourceDefinition withChoice = widgets();
        Objects.requireNonNull(spec(withChoice).getProperties().get("code")).setFormat("ipv4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRules.of(withChoice))
                .withMessageContaining("ipv4");

        CustomResourceDefinition withForeignFunction = widgets();
        spec(withForeignFunction)
                .getXKubernetesValidations()
                .getFirst()
                .setRule("quantity(self.size).isGreaterThan(1)");
        assertThatIllegalArgumentException().isThrownBy(() -> SchemaRules.of(withForeignFunction));
    }

    private static JSONSchemaProps spec(CustomResourceDefinition definition) {
        return Objects.requireNonNull(definition
                .getSpec()
                .getVersions()
                .getFirst()
                .getSchema()
                .getOpenAPIV3Schema()
                .getProperties()
                .get("spec"));
    }

    private static CustomResourceDefinition widgets() {
        try (InputStream file = SchemaRulesTest.class.getResourceAsStream("/widgets.yaml")) {
            return Serialization.unmarshal(Objects.requireNonNull(file), CustomResourceDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode widget(String spec) {
        return yaml("{apiVersion: test.dev/v1, kind: Widget, metadata: {name: a}, spec: " + spec + "}");
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the test's own YAML is wrong: " + text, e);
        }
    }
}
