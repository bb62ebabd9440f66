package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.store.ObjectKey;
import dev.precinct.local.kubernetes.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is owned by whom. */
public final class Dependents {
    private Dependents() {}

    /** The uids of an object's owners. */
    public static List<String> owners(JsonNode object) {
        List<String> owners = new ArrayList<>();
        object.path("metadata")
                .path("ownerReferences")
                .forEach(reference -> owners.add(reference.path("uid").asText()));
        return owners;
    }

    static List<ObjectKey> of(Transaction transaction, String uid) {
        return transaction.all().entrySet().stream()
                .filter(e -> owners(e.getValue()).contains(uid))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Cuts an owner out of everything it owns. */
    static void orphan(Transaction transaction, String uid) {
        for (ObjectKey key : of(transaction, uid)) {
            ObjectNode dependent = transaction.find(key);
            if (dependent != null) {
                disown(transaction, key, dependent, List.of(uid));
            }
        }
    }

    static void disown(Transaction transaction, ObjectKey key, ObjectNode old, List<String> owners) {
        ObjectNode next = old.deepCopy();
        ArrayNode kept = Metadata.of(next).putArray("ownerReferences");
        for (JsonNode reference : old.path("metadata").path("ownerReferences")) {
            if (!owners.contains(reference.path("uid").asText())) {
                kept.add(reference);
            }
        }
        if (kept.isEmpty()) {
            Metadata.of(next).remove("ownerReferences");
        }
        transaction.put(key, next);
    }
}
