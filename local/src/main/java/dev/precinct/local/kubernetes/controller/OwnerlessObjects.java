package dev.precinct.local.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.resource.Deletion;
import dev.precinct.local.kubernetes.resource.Dependents;
import dev.precinct.local.kubernetes.resource.Metadata;
import dev.precinct.local.kubernetes.store.ObjectKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Collects objects whose owners are all gone, and the dependents of owners that wait for them. */
final class OwnerlessObjects {
    private final Deletion deletion;

    OwnerlessObjects(Deletion deletion) {
        this.deletion = deletion;
    }

    void collect(NavigableMap<ObjectKey, ObjectNode> objects) {
        Map<String, ObjectNode> byUid = new HashMap<>();
        objects.values().forEach(object -> byUid.put(Metadata.text(object, "uid"), object));
        Map<String, Integer> dependents = new HashMap<>();
        objects.forEach((key, object) -> {
            List<String> owners = Dependents.owners(object);
            owners.forEach(uid -> dependents.merge(uid, 1, Integer::sum));
            List<String> gone =
                    owners.stream().filter(uid -> !byUid.containsKey(uid)).toList();
            boolean condemned = owners.stream().map(byUid::get).anyMatch(OwnerlessObjects::waitsForDependents);
            if (owners.isEmpty() || Metadata.isBeingDeleted(object)) {
                return;
            }
            if (gone.size() == owners.size() || condemned) {
                deletion.remove(key, Metadata.text(object, "uid"));
            } else if (!gone.isEmpty()) {
                deletion.disown(key, gone);
            }
        });
        objects.forEach((key, object) -> {
            if (waitsForDependents(object) && !dependents.containsKey(Metadata.text(object, "uid"))) {
                deletion.release(key, Deletion.FOREGROUND);
            }
        });
    }

    private static boolean waitsForDependents(@Nullable ObjectNode object) {
        return object != null
                && Metadata.isBeingDeleted(object)
                && Metadata.finalizers(object).contains(Deletion.FOREGROUND);
    }
}
