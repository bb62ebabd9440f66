package dev.precinct.local.kubernetes.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads and writes that happen as one: nothing else is written in between, and all of it counts or none. */
public final class Transaction {
    private final NavigableMap<ObjectKey, ObjectNode> objects;
    private final NavigableMap<ObjectKey, Optional<ObjectNode>> written = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private long revision;

    Transaction(NavigableMap<ObjectKey, ObjectNode> objects, long revision) {
        this.objects = objects;
        this.revision = revision;
    }

    /** The stored object: shared, not to be edited. */
    public @Nullable ObjectNode find(ObjectKey key) {
        Optional<ObjectNode> pending = written.get(key);
        return pending == null ? objects.get(key) : pending.orElse(null);
    }

    /** Every object. */
    public NavigableMap<ObjectKey, ObjectNode> all() {
        NavigableMap<ObjectKey, ObjectNode> all = new TreeMap<>(objects);
        written.forEach((key, object) -> {
            if (object.isPresent()) {
                all.put(key, object.get());
            } else {
                all.remove(key);
            }
        });
        return all;
    }

    /** Stores an object under the next revision. The object belongs to the store from now on. */
    public ObjectNode put(ObjectKey key, ObjectNode object) {
        ObjectNode previous = find(key);
        object.withObjectProperty("metadata").put("resourceVersion", Long.toString(++revision));
        written.put(key, Optional.of(object));
        changes.add(new Change(
                revision, previous == null ? Change.Type.ADDED : Change.Type.MODIFIED, key, object, previous));
        return object;
    }

    /** Removes an object; its last form carries the revision of its removal. */
    public ObjectNode remove(ObjectKey key) {
        ObjectNode previous = find(key);
        if (previous == null) {
            throw new IllegalStateException("nothing to remove at " + key);
        }
        ObjectNode last = previous.deepCopy();
        last.withObjectProperty("metadata").put("resourceVersion", Long.toString(++revision));
        written.put(key, Optional.empty());
        changes.add(new Change(revision, Change.Type.DELETED, key, last, previous));
        return last;
    }

    List<Change> changes() {
        return changes;
    }
}
