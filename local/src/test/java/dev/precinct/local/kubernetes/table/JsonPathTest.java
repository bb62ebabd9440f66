package dev.precinct.local.kubernetes.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
    private static final String OBJECT = """
            metadata: {labels: {a.b/c: x}}
            spec: {names: [one, two], nothing: null}
            status: {conditions: [{type: Ready, status: "True"}, {type: Slow, status: "False"}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ".status.conditions[?(@.type==\"Slow\")].status; False",
                ".status.conditions[?(@.type=='Ready')].status; True",
                ".status.conditions[*].type; Ready,Slow",
                ".spec.names[1]; two",
                ".metadata.labels.a\\.b/c; x",
                ".metadata.labels['a.b/c']; x",
                ".spec.nothing; ''",
                ".spec.missing.deeper; ''",
                ".spec.names[?(@ > 1)]; ''",
                ".spec..names; ''"
            })
    void findsWhatThePathNames(String path, String found) throws Exception {
        JsonNode object = new YAMLMapper().readTree(OBJECT);
        assertThat(String.join(
                        ",",
                        JsonPath.of(path).in(object).stream()
                                .map(JsonNode::asText)
                                .toList()))
                .isEqualTo(found);
    }
}
