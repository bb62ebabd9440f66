package dev.precinct.local.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One node of an OpenAPI schema, read as far as merging, pruning and defaulting need it. References are followed lazily: schemas may recurse. */
public final class Schema {
    /** How a value is merged and owned. */
    public enum Shape {
        SCALAR,
        STRUCT,
        MAP,
        ATOMIC_MAP,
        ATOMIC_LIST,
        SET,
        KEYED_LIST,
        UNTYPED
    }

    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

    /** Anything goes: objects merge by field, lists are replaced. */
    public static final Schema UNTYPED = new Schema(JsonNodeFactory.instance.objectNode(), Map.of());

    private final JsonNode node;
    private final Map<String, JsonNode> definitions;
    private final Shape shape;

    private Schema(JsonNode node, Map<String, JsonNode> definitions) {
        this.node = node;
        this.definitions = definitions;
        this.shape = shapeOf(node);
    }

    /** The schema that this node describes; text references are names in the definitions. */
    public static Schema of(JsonNode node, Map<String, JsonNode> definitions) {
        JsonNode reference = node.path("$ref");
        JsonNode target = reference.isTextual() ? definitions.get(reference.textValue()) : node;
        return target == null ? UNTYPED : new Schema(target, definitions);
    }

    private static Shape shapeOf(JsonNode node) {
        if (node.path("x-kubernetes-int-or-string").booleanValue()) {
            return Shape.SCALAR;
        }
        String type = node.path("type").asText();
        if (SCALARS.contains(type)) {
            return Shape.SCALAR;
        }
        if (type.equals("array") || node.has("items")) {
            return switch (node.path("x-kubernetes-list-type").asText()) {
                case "map" -> Shape.KEYED_LIST;
                case "set" -> Shape.SET;
                default -> Shape.ATOMIC_LIST;
            };
        }
        if (node.path("x-kubernetes-map-type").asText().equals("atomic")) {
            return Shape.ATOMIC_MAP;
        }
        if (node.has("properties")) {
            return Shape.STRUCT;
        }
        return node.path("additionalProperties").isObject() ? Shape.MAP : Shape.UNTYPED;
    }

    /** The schema as it was read. */
    public JsonNode source() {
        return node;
    }

    /** What a reference in the source stands for; missing where there is nothing of the name. */
    public JsonNode definition(String name) {
        JsonNode definition = definitions.get(name);
        return definition == null ? MissingNode.getInstance() : definition;
    }

    public Shape shape() {
        return shape;
    }

    /** Whether fields that no schema names are kept. */
    public boolean keepsUnknownFields() {
        return shape == Shape.UNTYPED
                || node.path("x-kubernetes-preserve-unknown-fields").booleanValue();
    }

    /** Whether the field is declared by name: such a field is a part of a structure, not an entry of a map. */
    public boolean declares(String field) {
        return node.path("properties").has(field);
    }

    /** The schema of a field, or null where there can be none. */
    public @Nullable Schema field(String name) {
        JsonNode property = node.path("properties").get(name);
        if (property != null) {
            return of(property, definitions);
        }
        JsonNode entries = node.path("additionalProperties");
        if (entries.isObject()) {
            return of(entries, definitions);
        }
        return keepsUnknownFields() || entries.booleanValue() ? UNTYPED : null;
    }

    /** As {@link #field}, with anything for what is not declared. */
    public Schema fieldOrUntyped(String name) {
        Schema field = field(name);
        return field == null ? UNTYPED : field;
    }

    public List<String> declaredFields() {
        List<String> names = new ArrayList<>();
        node.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    public Schema items() {
        JsonNode items = node.path("items");
        return items.isObject() ? of(items, definitions) : UNTYPED;
    }

    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.path("x-kubernetes-list-map-keys").forEach(k -> keys.add(k.asText()));
        return keys;
    }

    /** By which fields a strategic merge patch finds the items of this list; empty where it replaces the list. */
    public List<String> mergeKeys() {
        String key = node.path("x-kubernetes-patch-merge-key").asText();
        return key.isEmpty() ? keys() : List.of(key);
    }

    public @Nullable JsonNode defaultValue() {
        return node.get("default");
    }

    public boolean nullable() {
        return node.path("nullable").booleanValue();
    }

    /** The type that the schema demands, or an empty text. */
    public String type() {
        return node.path("x-kubernetes-int-or-string").booleanValue()
                ? ""
                : node.path("type").asText();
    }

    /** Whether the value is a whole object of its own, with apiVersion, kind and metadata. */
    public boolean embedded() {
        return node.path("x-kubernetes-embedded-resource").booleanValue();
    }

    /** This schema with other schemas for some of its fields. */
    public Schema with(Map<String, JsonNode> fields, Map<String, JsonNode> moreDefinitions) {
        ObjectNode copy = node.deepCopy();
        ObjectNode properties = copy.withObjectProperty("properties");
        fields.forEach(properties::set);
        return new Schema(copy, moreDefinitions);
    }
}
