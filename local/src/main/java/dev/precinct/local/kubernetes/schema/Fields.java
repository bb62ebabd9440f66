package dev.precinct.local.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops what a schema does not know, fills in what it defaults. */
public final class Fields {
    private Fields() {}

    /** Removes fields that the schema does not know and tells their paths. */
    public static List<String> prune(Schema schema, ObjectNode object) {
        List<String> dropped = new ArrayList<>();
        pruneValue(schema, object, "", dropped);
        return dropped;
    }

    private static void pruneValue(Schema schema, JsonNode value, String path, List<String> dropped) {
        switch (value) {
            case ObjectNode object -> pruneObject(schema, object, path, dropped);
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    pruneValue(schema.items(), array.get(i), path + "[" + i + "]", dropped);
                }
            }
            default -> {
                // a scalar has no fields
            }
        }
    }

    private static void pruneObject(Schema schema, ObjectNode object, String path, List<String> dropped) {
        Iterator<String> names = object.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            Schema field = schema.field(name);
            boolean ofEmbedded = schema.embedded()
                    && List.of("apiVersion", "kind", "metadata").contains(name);
            String at = path.isEmpty() ? name : path + "." + name;
            if (field == null && !ofEmbedded) {
                dropped.add(at);
                names.remove();
            } else if (field != null) {
                pruneValue(field, object.path(name), at, dropped);
            }
        }
    }

    /** Fills in the defaults of the schema; a null where the schema has a default and allows no null counts as missing. */
    public static void fillDefaults(Schema schema, JsonNode value) {
        switch (value) {
            case ObjectNode object -> {
                for (String name : schema.declaredFields()) {
                    fillDefault(object, name, schema.fieldOrUntyped(name));
                }
                object.properties().forEach(e -> fillDefaults(schema.fieldOrUntyped(e.getKey()), e.getValue()));
            }
            case ArrayNode array -> array.forEach(item -> fillDefaults(schema.items(), item));
            default -> {
                // a scalar is complete
            }
        }
    }

    private static void fillDefault(ObjectNode object, String name, Schema field) {
        @Nullable JsonNode standing = object.get(name);
        @Nullable JsonNode preset = field.defaultValue();
        boolean missing = standing == null || standing.isNull() && !field.nullable();
        if (missing && preset != null) {
            object.set(name, preset.deepCopy());
        }
    }

    /** Removes nulls where the schema allows none: clients write them for absent fields. */
    public static void dropNulls(Schema schema, JsonNode value) {
        switch (value) {
            case ObjectNode object -> {
                Iterator<String> names = object.fieldNames();
                while (names.hasNext()) {
                    String name = names.next();
                    Schema field = schema.fieldOrUntyped(name);
                    JsonNode child = object.path(name);
                    if (child.isNull() && !field.nullable() && field != Schema.UNTYPED) {
                        names.remove();
                    } else {
                        dropNulls(field, child);
                    }
                }
            }
            case ArrayNode array -> array.forEach(item -> dropNulls(schema.items(), item));
            default -> {
                // nothing below
            }
        }
    }
}
