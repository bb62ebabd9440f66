package dev.precinct.crd.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reading a node of a schema, and refusing one that says more than is understood here. */
final class Schemas {
    private static final Set<String> FORMATS = Set.of("int32", "int64", "float", "double", "date-time", "password");

    private Schemas() {}

    static @Nullable JSONSchemaProps property(JSONSchemaProps schema, String name) {
        return schema.getProperties() == null ? null : schema.getProperties().get(name);
    }

    static @Nullable JSONSchemaProps items(JSONSchemaProps schema) {
        return schema.getItems() == null ? null : schema.getItems().getSchema();
    }

    static @Nullable JSONSchemaProps additional(JSONSchemaProps schema) {
        return schema.getAdditionalProperties() == null
                ? null
                : schema.getAdditionalProperties().getSchema();
    }

    static boolean preservesUnknown(JSONSchemaProps schema) {
        return is(schema.getXKubernetesPreserveUnknownFields());
    }

    static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    static boolean isKeyedList(JSONSchemaProps schema) {
        return "map".equals(schema.getXKubernetesListType());
    }

    /** What tells an item of a keyed list from the others. */
    static List<JsonNode> keyOf(JSONSchemaProps list, JsonNode item) {
        return list.getXKubernetesListMapKeys().stream().map(item::path).toList();
    }

    /**
     * A rule that is read over is worse than none.
     *
     * @throws IllegalArgumentException for a schema that uses what is not evaluated here
     */
    static void refuseWhatIsNotUnderstood(String path, JSONSchemaProps schema) {
        var foreign = new ArrayList<String>();
        if (hasAny(schema.getAllOf())
                || hasAny(schema.getAnyOf())
                || hasAny(schema.getOneOf())
                || schema.getNot() != null) {
            foreign.add("allOf, anyOf, oneOf, not");
        }
        if (schema.getMultipleOf() != null || is(schema.getUniqueItems())) {
            foreign.add("multipleOf, uniqueItems");
        }
        if (is(schema.getXKubernetesEmbeddedResource())) {
            foreign.add("x-kubernetes-embedded-resource");
        }
        if (schema.getFormat() != null && !FORMATS.contains(schema.getFormat())) {
            foreign.add("format " + schema.getFormat());
        }
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException(
                    "the schema of " + path + " uses what is not evaluated here: " + foreign);
        }
    }

    private static boolean hasAny(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }
}
