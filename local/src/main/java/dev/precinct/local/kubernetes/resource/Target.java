package dev.precinct.local.kubernetes.resource;

import dev.precinct.local.kubernetes.failure.Subject;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import dev.precinct.local.kubernetes.store.ObjectKey;

/** What a request speaks of: a kind, and where given a namespace, a name and a subresource (each empty otherwise). */
public record Target(ResourceKind kind, String namespace, String name, String subresource) {

    ObjectKey key() {
        return kind.key(namespace, name);
    }

    Subject subject() {
        return kind.subject(name);
    }

    Target named(String other) {
        return new Target(kind, namespace, other, subresource);
    }

    boolean isStatus() {
        return subresource.equals("status");
    }
}
