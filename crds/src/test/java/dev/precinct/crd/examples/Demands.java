package dev.precinct.crd.examples;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the definition demands of a spec, one by one, as places in the definition. The status is the operator's business. */
final class Demands {
    private static final JsonPointer ROOT = JsonPointer.compile("/spec/versions/0/schema/openAPIV3Schema");
    private static final Set<String> LIMITS =
            Set.of("pattern", "enum", "maxLength", "minLength", "maxItems", "minItems", "minimum", "maximum", "format");
    private static final Set<String> LISTS = Set.of("required", "x-kubernetes-validations");

    private final JsonNode definition;

    Demands() {
        try {
            definition = new YAMLMapper().readTree(TenantCrd.yaml());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the definition is no YAML", e);
        }
    }

    CustomResourceDefinition definition() {
        return Serialization.unmarshal(definition.toString(), CustomResourceDefinition.class);
    }

    List<JsonPointer> all() {
        var found = new ArrayList<JsonPointer>();
        collect(ROOT, found);
        return found;
    }

    private void collect(JsonPointer place, List<JsonPointer> found) {
        JsonNode schema = definition.at(place);
        schema.properties().forEach(entry -> {
            if (LIMITS.contains(entry.getKey())) {
                found.add(place.appendProperty(entry.getKey()));
            } else if (LISTS.contains(entry.getKey())) {
                for (int i = 0; i < entry.getValue().size(); i++) {
                    found.add(place.appendProperty(entry.getKey()).appendIndex(i));
                }
            }
        });
        schema.path("properties")
                .propertyStream()
                .filter(entry -> !place.equals(ROOT) || !entry.getKey().equals("status"))
                .forEach(entry -> collect(place.appendProperty("properties").appendProperty(entry.getKey()), found));
        if (schema.has("items")) {
            collect(place.appendProperty("items"), found);
        }
    }

    /** Path, without indices, of the field that a demand is made of; empty for the object itself. */
    static String fieldOf(JsonPointer demand) {
        return Pattern.compile("/properties/([^/]+)")
                .matcher(demand.toString())
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.joining("."));
    }

    CustomResourceDefinition without(JsonPointer demand) {
        JsonNode copy = definition.deepCopy();
        switch (copy.at(demand.head())) {
            case ArrayNode list -> list.remove(demand.last().getMatchingIndex());
            case ObjectNode object -> object.remove(demand.last().getMatchingProperty());
            default -> throw new IllegalStateException("no demand at " + demand);
        }
        return Serialization.unmarshal(copy.toString(), CustomResourceDefinition.class);
    }
}
