package dev.precinct.local.kubernetes.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One step of a field path in FieldsV1's notation. */
final class PathEdge {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PathEdge() {}

    static String field(String name) {
        return "f:" + name;
    }

    /** The step to an item of a keyed list or a set. */
    static String item(Schema list, JsonNode item) {
        if (list.shape() == Schema.Shape.SET) {
            return "v:" + item;
        }
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        List<String> names = list.keys().stream().sorted().toList();
        for (String name : names) {
            JsonNode value = item.get(name);
            JsonNode preset = list.items().fieldOrUntyped(name).defaultValue();
            if (value != null) {
                key.set(name, value);
            } else if (preset != null) {
                key.set(name, preset);
            }
        }
        return "k:" + key;
    }

    /** The items of a list by their step, in order; a repeated step keeps its first item. */
    static Map<String, JsonNode> items(Schema list, JsonNode array) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        array.forEach(item -> items.putIfAbsent(item(list, item), item));
        return items;
    }

    static String describe(String edge) {
        String rest = edge.substring(2);
        return switch (edge.charAt(0)) {
            case 'k' -> "[" + keys(rest) + "]";
            case 'v' -> "[=" + rest + "]";
            case 'i' -> "[" + rest + "]";
            default -> "." + rest;
        };
    }

    private static String keys(String json) {
        try {
            return JSON.readTree(json).properties().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining(","));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a list key: " + json, e);
        }
    }
}
