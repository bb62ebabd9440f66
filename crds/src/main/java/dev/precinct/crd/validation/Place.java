package dev.precinct.crd.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value somewhere in an object, with what the definition says of it and what stood there before.
 *
 * @param path empty for the object itself
 * @param old null where nothing stood, or nothing that can be told to be the same one
 * @param unchanged this value or one around it is as it was: the API server does not hold old faults against an edit elsewhere
 */
record Place(
        String path,
        JSONSchemaProps schema,
        JsonNode value,
        @Nullable JsonNode old,
        boolean unchanged) {

    static Place root(JSONSchemaProps schema, JsonNode value, @Nullable JsonNode old) {
        return new Place("", schema, value, old, value.equals(old));
    }

    /** The values inside this one that the schema speaks of. */
    List<Place> inner() {
        var places = new ArrayList<Place>();
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                JSONSchemaProps property = Schemas.property(schema, entry.getKey());
                JSONSchemaProps additional = Schemas.additional(schema);
                if (property != null) {
                    places.add(child(named(entry.getKey()), property, entry.getValue(), oldField(entry.getKey())));
                } else if (additional != null) {
                    places.add(child(
                            path + "[" + entry.getKey() + "]", additional, entry.getValue(), oldField(entry.getKey())));
                }
            });
        } else if (value.isArray()) {
            JSONSchemaProps items = Schemas.items(schema);
            for (int i = 0; items != null && i < value.size(); i++) {
                places.add(child(indexed(i), items, value.get(i), oldItem(value.get(i))));
            }
        }
        return places;
    }

    String named(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    String indexed(int index) {
        return path + "[" + index + "]";
    }

    private Place child(
            String childPath, JSONSchemaProps childSchema, JsonNode childValue, @Nullable JsonNode childOld) {
        return new Place(childPath, childSchema, childValue, childOld, unchanged || childValue.equals(childOld));
    }

    private @Nullable JsonNode oldField(String name) {
        return old instanceof ObjectNode before ? before.get(name) : null;
    }

    /** Only items with a key can be told to be the same ones. */
    private @Nullable JsonNode oldItem(JsonNode item) {
        if (old == null || !Schemas.isKeyedList(schema)) {
            return null;
        }
        for (JsonNode before : old) {
            if (Schemas.keyOf(schema, before).equals(Schemas.keyOf(schema, item))) {
                return before;
            }
        }
        return null;
    }
}
