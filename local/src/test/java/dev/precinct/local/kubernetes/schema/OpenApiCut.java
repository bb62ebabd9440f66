package dev.precinct.local.kubernetes.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cuts out of a server's OpenAPI documents what merging and pruning need: no words, no checks of values. */
final class OpenApiCut {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final String REF = "$ref";
    private static final List<String> KEPT = List.of(
            "type",
            "format",
            "x-kubernetes-list-type",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-map-type",
            "x-kubernetes-patch-merge-key",
            "x-kubernetes-preserve-unknown-fields",
            "x-kubernetes-embedded-resource");

    private final Map<String, JsonNode> schemas = new HashMap<>();
    private final Map<String, String> nameOfKind = new HashMap<>();
    private final SortedMap<String, JsonNode> cut = new TreeMap<>();

    /** @param documents of all groups that hold the kinds */
    OpenApiCut(List<JsonNode> documents) {
        documents.forEach(document -> document.at("/components/schemas")
                .properties()
                .forEach(schema -> remember(schema.getKey(), schema.getValue())));
    }

    private void remember(String name, JsonNode schema) {
        schemas.put(name, schema);
        for (JsonNode kind : schema.path("x-kubernetes-group-version-kind")) {
            String group = kind.path("group").asText();
            nameOfKind.put(
                    (group.isEmpty() ? "" : group + "/")
                            + kind.path("version").asText() + "/"
                            + kind.path("kind").asText(),
                    name);
        }
    }

    /**
     * The text of the file.
     *
     * @param kinds named like {@code apps/v1/Deployment}
     */
    String file(String kubernetes, Collection<String> kinds) {
        var names = new TreeMap<String, JsonNode>();
        for (String kind : kinds) {
            String name = nameOfKind.get(kind);
            if (name == null) {
                throw new IllegalArgumentException("the server has no " + kind);
            }
            names.put(kind, JSON.getNodeFactory().textNode(name));
            reach(name);
        }
        return "{\"kubernetes\":\"" + kubernetes + "\",\"kinds\":{\n" + lines(names) + "\n},\"schemas\":{\n"
                + lines(cut) + "\n}}\n";
    }

    private void reach(String name) {
        if (!cut.containsKey(name)) {
            JsonNode schema = schemas.get(name);
            if (schema == null) {
                throw new IllegalArgumentException("the documents lack " + name);
            }
            ObjectNode own = cut(schema);
            cut.put(name, own);
            // A property may have this name too, and is an object.
            own.findValues(REF).stream()
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .forEach(this::reach);
        }
    }

    private static ObjectNode cut(JsonNode schema) {
        ObjectNode own = JSON.createObjectNode();
        // A reference with words of its own beside it stands alone in an allOf.
        JsonNode reference = schema.has(REF) ? schema : schema.path("allOf").path(0);
        if (reference.has(REF)) {
            String target = reference.path(REF).asText();
            own.put(REF, target.substring(target.lastIndexOf('/') + 1));
        }
        KEPT.stream().filter(schema::has).forEach(key -> own.set(key, schema.get(key)));
        if (schema.has("oneOf")) {
            own.put("x-kubernetes-int-or-string", true);
        }
        // The others are zero values, which mean what absence means.
        if (!schema.path("default").asText().isEmpty() && schema.path("default").isTextual()) {
            own.set("default", schema.get("default"));
        }
        if (schema.has("properties")) {
            ObjectNode properties = own.putObject("properties");
            schema.path("properties")
                    .properties()
                    .forEach(property -> properties.set(property.getKey(), cut(property.getValue())));
        }
        for (String key : List.of("items", "additionalProperties")) {
            JsonNode inner = schema.path(key);
            if (inner.isObject()) {
                own.set(key, cut(inner));
            } else if (schema.has(key)) {
                own.set(key, inner);
            }
        }
        return own;
    }

    private static String lines(SortedMap<String, JsonNode> entries) {
        var lines = entries.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + compact(entry.getValue()))
                .toList();
        return String.join(",\n", lines);
    }

    private static String compact(JsonNode node) {
        try {
            return JSON.writeValueAsString(JSON.convertValue(node, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
