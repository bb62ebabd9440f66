package dev.precinct.local.kubernetes.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values read by their schema: the fields they set, the merge of two, and a value without some of its fields. */
final class TypedValue {
    private TypedValue() {}

    /** Every field that the value sets. */
    static FieldSet fields(Schema schema, JsonNode value) {
        if (isGranularMap(schema, value)) {
            FieldSet.Builder set = new FieldSet.Builder();
            value.properties().forEach(e -> {
                FieldSet below = fields(schema.fieldOrUntyped(e.getKey()), e.getValue());
                set.add(PathEdge.field(e.getKey()), schema.declares(e.getKey()) ? below : below.asMember());
            });
            return set.build();
        }
        if (isGranularList(schema, value)) {
            FieldSet.Builder set = new FieldSet.Builder();
            PathEdge.items(schema, value)
                    .forEach((edge, item) ->
                            set.add(edge, fields(schema.items(), item).asMember()));
            return set.build();
        }
        return FieldSet.LEAF;
    }

    /** The live value with the applied one laid over it. */
    static JsonNode merge(Schema schema, JsonNode live, JsonNode applied) {
        if (mergesByField(schema, live, applied)) {
            ObjectNode merged = live.deepCopy();
            applied.properties().forEach(e -> {
                JsonNode old = live.get(e.getKey());
                Schema field = schema.fieldOrUntyped(e.getKey());
                merged.set(e.getKey(), old == null ? e.getValue().deepCopy() : merge(field, old, e.getValue()));
            });
            return merged;
        }
        if (live.isArray() && applied.isArray() && isKeyed(schema)) {
            return mergeLists(schema, live, applied);
        }
        return applied.deepCopy();
    }

    /** Items of the applied list in their order; items that only the live list has stay where they stood before the next one. */
    private static ArrayNode mergeLists(Schema schema, JsonNode live, JsonNode applied) {
        Map<String, JsonNode> ours = PathEdge.items(schema, live);
        Map<String, JsonNode> theirs = PathEdge.items(schema, applied);
        List<String> left = new ArrayList<>(ours.keySet());
        List<String> right = new ArrayList<>(theirs.keySet());
        Set<String> done = new HashSet<>();
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            if (l < left.size() && !theirs.containsKey(left.get(l))) {
                merged.add(ours.get(left.get(l++)));
            } else if (l < left.size() && done.contains(left.get(l))) {
                l++;
            } else {
                String edge = right.get(r++);
                JsonNode old = ours.get(edge);
                JsonNode item = theirs.getOrDefault(edge, JsonNodeFactory.instance.nullNode());
                merged.add(old == null ? item : merge(schema.items(), old, item));
                done.add(edge);
            }
        }
        return merged;
    }

    /**
     * The value without the fields of one set. What still leads to an owned field stays, but not an item of a list: an item is gone as soon
     * as nobody owns the item itself. A structure that loses its last field goes too.
     */
    static JsonNode without(Schema schema, JsonNode value, FieldSet removed, FieldSet owned) {
        if (isGranularMap(schema, value)) {
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(e -> {
                String edge = PathEdge.field(e.getKey());
                FieldSet gone = removed.child(edge);
                FieldSet kept = owned.child(edge);
                if (gone.member() && kept.isEmpty()) {
                    return;
                }
                JsonNode below = gone.isEmpty()
                        ? e.getValue()
                        : without(schema.fieldOrUntyped(e.getKey()), e.getValue(), gone, kept);
                if (!below.isEmpty() || below.isValueNode() || e.getValue().isEmpty() || kept.member()) {
                    rest.set(e.getKey(), below);
                }
            });
            return rest;
        }
        if (isGranularList(schema, value)) {
            ArrayNode rest = JsonNodeFactory.instance.arrayNode();
            PathEdge.items(schema, value).forEach((edge, item) -> {
                FieldSet gone = removed.child(edge);
                if (!gone.member()) {
                    rest.add(gone.isEmpty() ? item : without(schema.items(), item, gone, owned.child(edge)));
                }
            });
            return rest;
        }
        return value;
    }

    static boolean isGranularMap(Schema schema, JsonNode value) {
        return value.isObject() && !value.isEmpty() && mergesMaps(schema);
    }

    static boolean isGranularList(Schema schema, JsonNode value) {
        return value.isArray() && !value.isEmpty() && isKeyed(schema);
    }

    private static boolean mergesByField(Schema schema, JsonNode live, JsonNode applied) {
        return live.isObject() && applied.isObject() && mergesMaps(schema);
    }

    private static boolean mergesMaps(Schema schema) {
        return switch (schema.shape()) {
            case STRUCT, MAP, UNTYPED -> true;
            case SCALAR, ATOMIC_MAP, ATOMIC_LIST, SET, KEYED_LIST -> false;
        };
    }

    private static boolean isKeyed(Schema schema) {
        return schema.shape() == Schema.Shape.KEYED_LIST || schema.shape() == Schema.Shape.SET;
    }
}
