package dev.precinct.operator.testing;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Objects;

/** Finds a field's schema in a definition of one version. */
public final class DefinitionFields {
    private DefinitionFields() {}

    /** @param path for example {@code spec}, {@code permissions}, {@code users}; lists are entered */
    public static JSONSchemaProps of(CustomResourceDefinition definition, String... path) {
        JSONSchemaProps schema =
                definition.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
        for (String field : path) {
            var found = Objects.requireNonNull(schema.getProperties().get(field), field);
            schema = found.getItems() == null ? found : found.getItems().getSchema();
        }
        return schema;
    }
}
