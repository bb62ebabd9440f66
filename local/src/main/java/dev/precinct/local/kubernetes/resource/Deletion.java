package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.store.ObjectKey;
import dev.precinct.local.kubernetes.store.ObjectStore;
import dev.precinct.local.kubernetes.store.Transaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Deletes objects: at once, or (where finalizers hold them) by marking them. */
public final class Deletion {
    /** Holds an owner until what it owns is gone. */
    public static final String FOREGROUND = "foregroundDeletion";

    private final ObjectStore store;
    private final Normalization normalization;

    public Deletion(ObjectStore store, Clock clock) {
        this.store = store;
        this.normalization = new Normalization(clock);
    }

    /** How to delete: what happens to dependents, which object exactly is meant, for good or as a rehearsal. */
    public record Options(String propagation, String uid, String resourceVersion, boolean dryRun) {
        public static final Options BACKGROUND = new Options("Background", "", "", false);

        public static Options of(JsonNode body, String propagation, boolean dryRun) {
            JsonNode preconditions = body.path("preconditions");
            boolean orphans = body.path("orphanDependents").booleanValue();
            String policy = propagation.isEmpty()
                    ? body.path("propagationPolicy").asText(orphans ? "Orphan" : "Background")
                    : propagation;
            boolean rehearsal = dryRun || !body.path("dryRun").isEmpty();
            return new Options(
                    policy,
                    preconditions.path("uid").asText(),
                    preconditions.path("resourceVersion").asText(),
                    rehearsal);
        }
    }

    /** What became of an object: gone (with its last form), or marked and still held. */
    public record Deleted(ObjectNode object, boolean gone) {}

    /** Deletes one object. */
    public Deleted delete(Target target, Options options) {
        return options.dryRun()
                ? store.rehearse(transaction -> delete(transaction, target, options))
                : store.write(transaction -> delete(transaction, target, options));
    }

    private Deleted delete(Transaction transaction, Target target, Options options) {
        ObjectNode old = Revisions.require(transaction, target);
        checkPreconditions(target, old, options);
        return mark(transaction, target.key(), old, options);
    }

    private static void checkPreconditions(Target target, ObjectNode old, Options options) {
        check(target, "UID", options.uid(), Metadata.text(old, "uid"));
        check(target, "ResourceVersion", options.resourceVersion(), Metadata.text(old, "resourceVersion"));
    }

    private static void check(Target target, String what, String wanted, String actual) {
        if (!wanted.isEmpty() && !wanted.equals(actual)) {
            throw ApiFailure.conflict(
                    target.subject(),
                    "the " + what + " in the precondition (" + wanted + ") does not match the " + what + " in record ("
                            + actual + "). The object might have been deleted and then recreated");
        }
    }

    /** Deletes an object if it is still there and still the same one. */
    public void remove(ObjectKey key, String uid) {
        store.write(transaction -> {
            ObjectNode old = transaction.find(key);
            if (old != null && Metadata.text(old, "uid").equals(uid)) {
                return mark(transaction, key, old, Options.BACKGROUND).gone();
            }
            return false;
        });
    }

    /** Lets go of a finalizer; the object is gone when it was the last. */
    public void release(ObjectKey key, String finalizer) {
        store.write(transaction -> {
            ObjectNode old = transaction.find(key);
            if (old != null && Metadata.finalizers(old).contains(finalizer)) {
                ObjectNode next = old.deepCopy();
                List<String> others = new ArrayList<>(Metadata.finalizers(next));
                others.remove(finalizer);
                ObjectNode metadata = Metadata.of(next);
                metadata.remove("finalizers");
                if (!others.isEmpty()) {
                    ArrayNode kept = metadata.putArray("finalizers");
                    others.forEach(kept::add);
                }
                settle(transaction, key, next);
            }
            return key;
        });
    }

    /** Lets go of a namespace that is empty. */
    public void releaseNamespace(ObjectKey key) {
        store.write(transaction -> {
            ObjectNode old = transaction.find(key);
            if (old != null && !old.path("spec").path("finalizers").isEmpty()) {
                ObjectNode next = old.deepCopy();
                next.withObjectProperty("spec").remove("finalizers");
                settle(transaction, key, next);
            }
            return key;
        });
    }

    /** Cuts owners out of an object. */
    public void disown(ObjectKey key, List<String> owners) {
        store.write(transaction -> {
            ObjectNode old = transaction.find(key);
            if (old != null) {
                Dependents.disown(transaction, key, old, owners);
            }
            return key;
        });
    }

    private static void settle(Transaction transaction, ObjectKey key, ObjectNode next) {
        transaction.put(key, next);
        if (Metadata.isBeingDeleted(next) && !Metadata.isHeld(next)) {
            transaction.remove(key);
        }
    }

    private Deleted mark(Transaction transaction, ObjectKey key, ObjectNode old, Options options) {
        boolean foreground = options.propagation().equals("Foreground")
                && !Dependents.of(transaction, Metadata.text(old, "uid")).isEmpty();
        if (options.propagation().equals("Orphan")) {
            Dependents.orphan(transaction, Metadata.text(old, "uid"));
        }
        if (!Metadata.isHeld(old) && !foreground) {
            return new Deleted(transaction.remove(key), true);
        }
        ObjectNode next = old.deepCopy();
        ObjectNode metadata = Metadata.of(next);
        if (foreground && !Metadata.finalizers(next).contains(FOREGROUND)) {
            metadata.withArrayProperty("finalizers").add(FOREGROUND);
        }
        if (!Metadata.isBeingDeleted(old)) {
            metadata.put("deletionTimestamp", normalization.now()).put("deletionGracePeriodSeconds", 0);
            if (metadata.has("generation")) {
                metadata.put("generation", metadata.path("generation").asLong() + 1);
            }
        }
        if (key.resource().equals(Namespaces.RESOURCE)) {
            next.withObjectProperty("status").put("phase", "Terminating");
        }
        return next.equals(old) ? new Deleted(old, false) : new Deleted(transaction.put(key, next), false);
    }
}
