package dev.precinct.local.kubernetes.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last changes in their one order. Every watcher reads the same list, so all see the same order. */
public final class History {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final ArrayList<Change> changes = new ArrayList<>();
    private long oldest;
    private long latest;
    private boolean closed;

    History(int capacity) {
        this.capacity = capacity;
    }

    /** What came after a revision; {@code expired} holds the oldest known revision where changes after the asked one are forgotten. */
    public record Page(List<Change> changes, long revision, boolean closed, OptionalLong expired) {}

    void startAt(long revision) {
        oldest = revision;
        latest = revision;
    }

    void add(List<Change> more) {
        lock.lock();
        try {
            changes.addAll(more);
            if (!more.isEmpty()) {
                latest = more.getLast().revision();
            }
            if (changes.size() > capacity + capacity / 4) {
                List<Change> forgotten = changes.subList(0, changes.size() - capacity);
                oldest = forgotten.getLast().revision();
                forgotten.clear();
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The changes after a revision; waits for the first one, up to a time. */
    public Page after(long revision, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long nanos = wait.toNanos();
            while (latest <= revision && !closed && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
            if (revision < oldest) {
                return new Page(List.of(), latest, closed, OptionalLong.of(oldest));
            }
            return new Page(
                    List.copyOf(changes.subList(indexAfter(revision), changes.size())),
                    latest,
                    closed,
                    OptionalLong.empty());
        } finally {
            lock.unlock();
        }
    }

    private int indexAfter(long revision) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).revision() <= revision) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Ends all waits. */
    void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
