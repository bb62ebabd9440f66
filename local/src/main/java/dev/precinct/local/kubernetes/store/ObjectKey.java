package dev.precinct.local.kubernetes.store;

import java.util.Comparator;

/** Where an object is kept: its resource ({@code apps/deployments}; the core group's name is empty), namespace (empty where there is none) and name. */
public record ObjectKey(String resource, String namespace, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::resource)
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
