package dev.precinct.crd.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fields that a definition does not know, and fields that it fills in. */
final class Fields {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");
    private static final Set<String> OF_METADATA = Set.of(
            "annotations",
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "deletionTimestamp",
            "finalizers",
            "generateName",
            "generation",
            "labels",
            "managedFields",
            "name",
            "namespace",
            "ownerReferences",
            "resourceVersion",
            "selfLink",
            "uid");

    private Fields() {}

    /** Removes every unknown field and gives back their paths. */
    static List<String> prune(JSONSchemaProps root, ObjectNode object) {
        var removed = new ArrayList<String>();
        removeFrom(object, "", name -> OF_EVERY_OBJECT.contains(name) || Schemas.property(root, name) != null, removed);
        if (object.get("metadata") instanceof ObjectNode metadata) {
            removeFrom(metadata, "metadata", OF_METADATA::contains, removed);
        }
        Place whole = Place.root(root, object, null);
        whole.inner().stream()
                .filter(place -> !place.path().equals("metadata"))
                .forEach(place -> prune(place, removed));
        return removed;
    }

    private static void prune(Place place, List<String> removed) {
        if (place.value() instanceof ObjectNode object
                && !Schemas.preservesUnknown(place.schema())
                && place.schema().getAdditionalProperties() == null) {
            removeFrom(object, place.path(), name -> Schemas.property(place.schema(), name) != null, removed);
        }
        place.inner().forEach(inner -> prune(inner, removed));
    }

    private static void removeFrom(ObjectNode object, String path, Predicate<String> known, List<String> removed) {
        for (String name : object.propertyStream().map(Map.Entry::getKey).toList()) {
            if (!known.test(name)) {
                object.remove(name);
                removed.add(path.isEmpty() ? name : path + "." + name);
            }
        }
    }

    /** Fills in what is absent and has a default; a null that the schema does not allow counts as absent. */
    static void fill(@Nullable JSONSchemaProps schema, JsonNode value) {
        if (schema == null) {
            return;
        }
        if (value instanceof ObjectNode object) {
            if (schema.getProperties() != null) {
                schema.getProperties().forEach((name, property) -> fillField(object, name, property));
            }
            JSONSchemaProps additional = Schemas.additional(schema);
            object.properties().forEach(entry -> {
                JSONSchemaProps property = Schemas.property(schema, entry.getKey());
                fill(property == null ? additional : property, entry.getValue());
            });
        } else if (value instanceof ArrayNode array) {
            JSONSchemaProps items = Schemas.items(schema);
            array.forEach(item -> fill(items, item));
        }
    }

    private static void fillField(ObjectNode object, String name, JSONSchemaProps property) {
        JsonNode current = object.get(name);
        boolean absent = current == null || current.isNull() && !Schemas.is(property.getNullable());
        if (absent && property.getDefault() != null) {
            object.set(name, property.getDefault().deepCopy());
        }
    }
}
