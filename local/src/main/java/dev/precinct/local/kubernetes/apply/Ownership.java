package dev.precinct.local.kubernetes.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The field sets of an object's owners, as they stand in {@code metadata.managedFields}. */
final class Ownership {
    private final Map<FieldOwner, FieldSet> sets = new LinkedHashMap<>();
    private final Map<FieldOwner, String> times = new LinkedHashMap<>();

    static Ownership of(JsonNode object) {
        Ownership ownership = new Ownership();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            FieldOwner owner = new FieldOwner(
                    entry.path("manager").asText(),
                    FieldOwner.Operation.valueOf(entry.path("operation").asText("Update")),
                    entry.path("apiVersion").asText(),
                    entry.path("subresource").asText());
            ownership.sets.put(owner, FieldSet.parse(entry.path("fieldsV1")));
            ownership.times.put(owner, entry.path("time").asText());
        }
        return ownership;
    }

    Map<FieldOwner, FieldSet> sets() {
        return sets;
    }

    FieldSet of(FieldOwner owner) {
        return sets.getOrDefault(owner, FieldSet.EMPTY);
    }

    FieldSet ofAll() {
        return sets.values().stream().reduce(FieldSet.EMPTY, FieldSet::union);
    }

    /** Gives an owner its set; the time moves only when the set did. */
    void put(FieldOwner owner, FieldSet set, String now) {
        if (set.isEmpty()) {
            sets.remove(owner);
            times.remove(owner);
        } else if (!Objects.equals(sets.put(owner, set), set)) {
            times.put(owner, now);
        }
    }

    void takeFromOthers(FieldOwner owner, FieldSet taken, String now) {
        for (FieldOwner other : sets.keySet().toArray(FieldOwner[]::new)) {
            if (!other.equals(owner)) {
                put(other, of(other).minus(taken), now);
            }
        }
    }

    void writeTo(ObjectNode object) {
        ObjectNode metadata = object.withObjectProperty("metadata");
        if (sets.isEmpty()) {
            metadata.remove("managedFields");
            return;
        }
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        sets.forEach((owner, set) -> {
            ObjectNode entry = entries.addObject();
            entry.put("manager", owner.manager())
                    .put("operation", owner.operation().name());
            entry.put("apiVersion", owner.apiVersion())
                    .put("time", times.get(owner))
                    .put("fieldsType", "FieldsV1");
            entry.set("fieldsV1", set.toFieldsV1());
            if (!owner.subresource().isEmpty()) {
                entry.put("subresource", owner.subresource());
            }
        });
        metadata.set("managedFields", entries);
    }
}
