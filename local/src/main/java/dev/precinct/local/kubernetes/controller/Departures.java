package dev.precinct.local.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.resource.Deletion;
import dev.precinct.local.kubernetes.resource.Metadata;
import dev.precinct.local.kubernetes.store.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;

/** Empties namespaces and definitions that are being deleted and lets go of them when nothing is left. */
final class Departures {
    private static final String NAMESPACES = "/namespaces";
    private static final String DEFINITION_FINALIZER = "customresourcecleanup.apiextensions.k8s.io";
    private final KindCatalog catalog;
    private final Deletion deletion;

    Departures(KindCatalog catalog, Deletion deletion) {
        this.catalog = catalog;
        this.deletion = deletion;
    }

    void advance(NavigableMap<ObjectKey, ObjectNode> objects) {
        objects.forEach((key, object) -> {
            if (!Metadata.isBeingDeleted(object)) {
                return;
            }
            if (key.resource().equals(NAMESPACES)) {
                if (isEmptied(objects, content -> content.namespace().equals(key.name()))) {
                    deletion.releaseNamespace(key);
                }
            } else if (key.resource().equals(KindCatalog.DEFINITIONS)) {
                String resource = object.path("spec").path("group").asText() + "/"
                        + object.path("spec").path("names").path("plural").asText();
                if (catalog.ofResource(resource).isEmpty()
                        || isEmptied(objects, instance -> instance.resource().equals(resource))) {
                    deletion.release(key, DEFINITION_FINALIZER);
                }
            }
        });
    }

    /** Deletes what is left and tells whether nothing was. */
    private boolean isEmptied(NavigableMap<ObjectKey, ObjectNode> objects, Predicate<ObjectKey> belongs) {
        List<Map.Entry<ObjectKey, ObjectNode>> left = objects.entrySet().stream()
                .filter(e -> belongs.test(e.getKey()))
                .toList();
        left.stream()
                .filter(e -> !Metadata.isBeingDeleted(e.getValue()))
                .forEach(e -> deletion.remove(e.getKey(), Metadata.text(e.getValue(), "uid")));
        return left.isEmpty();
    }
}
