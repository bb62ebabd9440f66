package dev.precinct.local.kubernetes.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One change of one object. The objects are shared and never edited after the change happened. */
public record Change(
        long revision,
        Type type,
        ObjectKey key,
        ObjectNode object,
        @Nullable ObjectNode previous) {
    /** What happened. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
