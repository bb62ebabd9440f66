package dev.precinct.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShippedRightsTest {
    private static final Path FILE = Path.of("src/main/kubernetes/rbac.yaml");

    @Test
    void noRightIsGivenByAWildcardOrLeadsToAnother() throws IOException {
        for (JsonNode rule : rules(null)) {
            assertThat(rule.toString()).doesNotContain("\"*\"", "escalate", "impersonate");
        }
    }

    @Test
    void onlyOneRoleMayBeBound() throws IOException {
        assertThat(rules(null))
                .filteredOn(rule -> rule.toString().contains("\"bind\""))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.path("resourceNames").toString()).isEqualTo("[\"precinct-tenant\"]"));
    }

    @Test
    void noSecretIsReadableEverywhere() throws IOException {
        assertThat(rules("precinct-operator").stream()
                        .filter(rule -> rule.path("ofKind").asText().equals("ClusterRole")))
                .isNotEmpty()
                .noneMatch(rule -> rule.path("resources").toString().contains("secrets"));
    }

    private static List<JsonNode> rules(@Nullable String name) throws IOException {
        var yaml = new ObjectMapper(new YAMLFactory());
        var rules = new ArrayList<JsonNode>();
        try (var documents = yaml.readerFor(JsonNode.class).<JsonNode>readValues(FILE.toFile())) {
            documents.forEachRemaining(document -> document.path("rules").forEach(rule -> {
                if (name == null || document.at("/metadata/name").asText().equals(name)) {
                    ((com.fasterxml.jackson.databind.node.ObjectNode) rule)
                            .put("ofKind", document.path("kind").asText());
                    rules.add(rule);
                }
            }));
        }
        return rules;
    }
}
