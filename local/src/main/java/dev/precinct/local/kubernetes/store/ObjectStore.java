package dev.precinct.local.kubernetes.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All objects, in memory and on disk. Writers go one after another; a write is seen, and acknowledged, once it is on disk. */
public final class ObjectStore implements AutoCloseable {
    private static final int REMEMBERED_CHANGES = 10_000;
    private static final long SNAPSHOT_FROM_BYTES = 16L << 20;
    private final ReentrantLock writers = new ReentrantLock();
    private final ReadWriteLock access = new ReentrantReadWriteLock();
    private final NavigableMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
    private final History history;
    private final ObjectLog log;
    private final long snapshotFromBytes;
    private volatile Consumer<List<Change>> listener = changes -> {};
    private long revision;

    private ObjectStore(Path folder, Limits limits) {
        history = new History(limits.rememberedChanges());
        snapshotFromBytes = limits.snapshotFromBytes();
        log = ObjectLog.open(folder, new Loader());
    }

    /** How many changes a watch may go back, and from which size of the log on a snapshot is made. */
    record Limits(int rememberedChanges, long snapshotFromBytes) {}

    /** Objects at one moment, and that moment's revision. */
    public record Listing(List<ObjectNode> objects, long revision) {}

    public static ObjectStore open(Path folder) {
        return open(folder, new Limits(REMEMBERED_CHANGES, SNAPSHOT_FROM_BYTES));
    }

    static ObjectStore open(Path folder, Limits limits) {
        return new ObjectStore(folder, limits);
    }

    /** Runs the work alone among writers; its writes count once this returns, and not at all when it throws. */
    public <T> T write(Function<Transaction, T> work) {
        return run(work, true);
    }

    /** As {@link #write}, but nothing is kept. */
    public <T> T rehearse(Function<Transaction, T> work) {
        return run(work, false);
    }

    private <T> T run(Function<Transaction, T> work, boolean keep) {
        writers.lock();
        try {
            Transaction transaction = new Transaction(objects, revision);
            T result = work.apply(transaction);
            if (keep && !transaction.changes().isEmpty()) {
                commit(transaction.changes());
            }
            return result;
        } finally {
            writers.unlock();
        }
    }

    private void commit(List<Change> changes) {
        log.append(changes);
        access.writeLock().lock();
        try {
            changes.forEach(this::take);
        } finally {
            access.writeLock().unlock();
        }
        listener.accept(changes);
        history.add(List.copyOf(changes));
        if (log.isDueForSnapshot(snapshotFromBytes)) {
            log.snapshot(revision, objects);
        }
    }

    private void take(Change change) {
        revision = change.revision();
        if (change.type() == Change.Type.DELETED) {
            objects.remove(change.key());
        } else {
            objects.put(change.key(), change.object());
        }
    }

    /** The stored object: shared, not to be edited. */
    public @Nullable ObjectNode find(ObjectKey key) {
        access.readLock().lock();
        try {
            return objects.get(key);
        } finally {
            access.readLock().unlock();
        }
    }

    /** The objects of a resource, in one namespace or (empty) in all, ordered by namespace and name. */
    public Listing list(String resource, String namespace) {
        access.readLock().lock();
        try {
            return new Listing(List.copyOf(range(objects, resource, namespace).values()), revision);
        } finally {
            access.readLock().unlock();
        }
    }

    /** Every object at one moment. */
    public NavigableMap<ObjectKey, ObjectNode> all() {
        access.readLock().lock();
        try {
            return new TreeMap<>(objects);
        } finally {
            access.readLock().unlock();
        }
    }

    /** Calls the listener with each committed batch, before the writer gets its answer. */
    public void onCommit(Consumer<List<Change>> follower) {
        listener = follower;
    }

    public History history() {
        return history;
    }

    static <T> NavigableMap<ObjectKey, T> range(NavigableMap<ObjectKey, T> map, String resource, String namespace) {
        ObjectKey from = new ObjectKey(resource, namespace, "");
        ObjectKey to = namespace.isEmpty()
                ? new ObjectKey(resource + '\0', "", "")
                : new ObjectKey(resource, namespace + '\0', "");
        return map.subMap(from, true, to, false);
    }

    /** Ends all waits for changes; what follows the changes stops. */
    public void endWatches() {
        history.close();
    }

    @Override
    public void close() {
        history.close();
        writers.lock();
        try {
            log.close();
        } finally {
            writers.unlock();
        }
    }

    private final class Loader implements ObjectLog.Reader {
        @Override
        public void revision(long snapshot) {
            revision = snapshot;
            history.startAt(snapshot);
        }

        @Override
        public void object(ObjectKey key, ObjectNode object) {
            objects.put(key, object);
        }

        @Override
        public void change(long at, Change.Type type, ObjectKey key, ObjectNode object) {
            Change change = new Change(at, type, key, object, objects.get(key));
            take(change);
            history.add(List.of(change));
        }
    }
}
