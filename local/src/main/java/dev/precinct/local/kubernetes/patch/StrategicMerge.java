package dev.precinct.local.kubernetes.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Kubernetes' strategic merge: as a merge patch, but keyed lists merge item by item, with {@code $patch: delete|replace}. */
public final class StrategicMerge {
    private static final String DIRECTIVE = "$patch";

    private StrategicMerge() {}

    public static JsonNode apply(Schema schema, JsonNode target, JsonNode patch) {
        if (patch instanceof ObjectNode object) {
            boolean replaces = object.path(DIRECTIVE).asText().equals("replace");
            return replaces ? withoutDirectives(object) : mergeObject(schema, target, object);
        }
        if (patch instanceof ArrayNode array && !schema.mergeKeys().isEmpty()) {
            return mergeList(schema, target, array);
        }
        if (patch instanceof ArrayNode array && schema.shape() == Schema.Shape.SET) {
            return mergeSet(target, array);
        }
        return patch;
    }

    private static JsonNode mergeObject(Schema schema, JsonNode target, ObjectNode patch) {
        ObjectNode merged =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(e -> {
            String name = e.getKey();
            if (name.startsWith("$deleteFromPrimitiveList/")) {
                dropFrom(merged, name.substring(name.indexOf('/') + 1), e.getValue());
            } else if (name.startsWith("$")) {
                return; // an order or a retained set: order is kept as it is
            } else if (e.getValue().isNull()) {
                merged.remove(name);
            } else {
                merged.set(name, apply(schema.fieldOrUntyped(name), merged.path(name), e.getValue()));
            }
        });
        return merged;
    }

    private static void dropFrom(ObjectNode merged, String field, JsonNode values) {
        List<JsonNode> dropped = new ArrayList<>();
        values.forEach(dropped::add);
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        merged.path(field).forEach(v -> {
            if (!dropped.contains(v)) {
                kept.add(v);
            }
        });
        merged.set(field, kept);
    }

    private static JsonNode mergeSet(JsonNode target, ArrayNode patch) {
        ArrayNode merged = target instanceof ArrayNode array ? array.deepCopy() : JsonNodeFactory.instance.arrayNode();
        List<JsonNode> known = new ArrayList<>();
        merged.forEach(known::add);
        patch.forEach(v -> {
            if (!known.contains(v)) {
                merged.add(v);
            }
        });
        return merged;
    }

    private static JsonNode mergeList(Schema schema, JsonNode target, ArrayNode patch) {
        List<JsonNode> merged = new ArrayList<>();
        target.forEach(merged::add);
        for (JsonNode item : patch) {
            if (item.path(DIRECTIVE).asText().equals("replace")) {
                merged.clear();
                continue;
            }
            int at = indexOf(schema.mergeKeys(), merged, item);
            if (item.path(DIRECTIVE).asText().equals("delete")) {
                if (at >= 0) {
                    merged.remove(at);
                }
            } else if (at >= 0) {
                merged.set(at, apply(schema.items(), merged.get(at), item));
            } else {
                merged.add(withoutDirectives(item));
            }
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        merged.forEach(list::add);
        return list;
    }

    private static int indexOf(List<String> keys, List<JsonNode> items, JsonNode wanted) {
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            if (keys.stream().allMatch(key -> item.path(key).equals(wanted.path(key)))) {
                return i;
            }
        }
        return -1;
    }

    private static JsonNode withoutDirectives(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(e -> {
                if (!e.getKey().startsWith("$")) {
                    copy.set(e.getKey(), withoutDirectives(e.getValue()));
                }
            });
            return copy;
        }
        return value;
    }
}
