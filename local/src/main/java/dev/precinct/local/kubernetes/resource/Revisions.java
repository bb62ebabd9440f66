package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.store.ObjectKey;
import dev.precinct.local.kubernetes.store.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one form of an object follows another: what a writer cannot change, what counts as a change, and when an object is gone. */
final class Revisions {
    private static final List<String> ASSIGNED = List.of(
            "uid",
            "creationTimestamp",
            "generation",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "generateName",
            "name",
            "namespace",
            "resourceVersion",
            "selfLink");
    private final Normalization normalization;

    Revisions(Normalization normalization) {
        this.normalization = normalization;
    }

    /** Gives a new object what only the server gives. */
    void born(Target target, ObjectNode object) {
        ObjectNode metadata = Metadata.of(object);
        metadata.remove(List.of("deletionTimestamp", "deletionGracePeriodSeconds", "resourceVersion", "selfLink"));
        bornAt(target.key(), object);
        if (target.kind().traits().generations()) {
            metadata.put("generation", 1);
        } else {
            metadata.remove("generation");
        }
    }

    /** Gives a new object its name, identity and time. */
    void bornAt(ObjectKey key, ObjectNode object) {
        ObjectNode metadata = Metadata.of(object);
        metadata.put("name", key.name());
        if (key.namespace().isEmpty()) {
            metadata.remove("namespace");
        } else {
            metadata.put("namespace", key.namespace());
        }
        metadata.put("uid", UUID.randomUUID().toString());
        metadata.put("creationTimestamp", normalization.now());
    }

    /** Refuses a body that speaks of another object or an older form. */
    static void checkPreconditions(Target target, ObjectNode old, ObjectNode body) {
        String uid = Metadata.text(body, "uid");
        if (!uid.isEmpty() && !uid.equals(Metadata.text(old, "uid"))) {
            throw ApiFailure.conflict(
                    target.subject(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: "
                            + Metadata.text(old, "uid"));
        }
        String revision = Metadata.text(body, "resourceVersion");
        if (!revision.isEmpty() && !revision.equals("0") && !revision.equals(Metadata.text(old, "resourceVersion"))) {
            throw ApiFailure.modified(target.subject());
        }
    }

    /** Takes the part that the request may write from the next form and everything else from the old one. */
    static void keepOtherPart(Target target, ObjectNode old, ObjectNode next) {
        if (target.isStatus()) {
            JsonNode status = next.path("status");
            next.removeAll();
            next.setAll(old.deepCopy());
            set(next, "status", status);
        } else {
            if (target.kind().traits().statusApart()) {
                set(next, "status", old.path("status").deepCopy());
            }
            Normalization.keepAssigned(target.kind(), old, next);
        }
        ObjectNode metadata = Metadata.of(next);
        ASSIGNED.forEach(field -> set(metadata, field, old.path("metadata").path(field)));
    }

    private static void set(ObjectNode object, String field, JsonNode value) {
        if (value.isMissingNode()) {
            object.remove(field);
        } else {
            object.set(field, value);
        }
    }

    /** Stores the next form: not at all when nothing changed, not any more when it was only held by finalizers that are gone. */
    ObjectNode follow(Transaction transaction, Target target, ObjectNode old, ObjectNode next) {
        if (target.kind().traits().generations() && !desired(old).equals(desired(next))) {
            Metadata.of(next)
                    .put("generation", old.path("metadata").path("generation").asLong() + 1);
        }
        if (next.equals(old)) {
            return old;
        }
        if (Metadata.isBeingDeleted(next) && !Metadata.isHeld(next)) {
            transaction.put(target.key(), next);
            return transaction.remove(target.key());
        }
        return transaction.put(target.key(), next);
    }

    private static ObjectNode desired(ObjectNode object) {
        ObjectNode desired = object.deepCopy();
        desired.remove(List.of("metadata", "status"));
        return desired;
    }

    /** The object, which must exist. */
    static ObjectNode require(Transaction transaction, Target target) {
        return Optional.ofNullable(transaction.find(target.key()))
                .orElseThrow(() -> ApiFailure.notFound(target.subject()));
    }

    static boolean claimsToBeStored(@Nullable JsonNode body) {
        return body != null && !Metadata.text(body, "resourceVersion").isEmpty();
    }
}
