package dev.precinct.crd.examples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The fields of a Tenant's spec, by the definition. */
final class SpecFields {
    private final List<String> absent = new ArrayList<>();

    /** Paths of fields that no part of the given spec uses. */
    List<String> absentFrom(JsonNode spec) {
        JSONSchemaProps root = TenantCrd.definition()
                .getSpec()
                .getVersions()
                .getFirst()
                .getSchema()
                .getOpenAPIV3Schema();
        look(Objects.requireNonNull(root.getProperties().get("spec")), "spec", List.of(spec));
        return absent;
    }

    private void look(JSONSchemaProps schema, String path, List<JsonNode> values) {
        if (schema.getItems() != null) {
            var items = new ArrayList<JsonNode>();
            values.forEach(list -> list.forEach(items::add));
            look(schema.getItems().getSchema(), path + "[]", items);
        } else if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                List<JsonNode> inner = values.stream()
                        .filter(value -> value.has(name))
                        .map(value -> value.get(name))
                        .toList();
                if (inner.isEmpty()) {
                    absent.add(path + "." + name);
                } else {
                    look(property, path + "." + name, inner);
                }
            });
        }
    }
}
