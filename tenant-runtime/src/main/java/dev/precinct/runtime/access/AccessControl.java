package dev.precinct.runtime.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The permissions in memory, always at least as new as any request needs. Thread-safe. */
public final class AccessControl {
    /** An assertion may be ahead of the database only after a restored backup: then reading again for each request helps nobody. */
    private static final Duration REREAD_AT_MOST_EVERY = Duration.ofSeconds(1);

    private final PermissionStore store;
    private final Clock clock;
    private volatile Permissions current;
    private final ReentrantLock rereading = new ReentrantLock();
    private volatile Instant lastReread = Instant.MIN;
    private volatile Runnable changed = () -> {};

    public AccessControl(PermissionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.current = store.read();
    }

    /** @param listener called after each change, on the thread that made it: it must be quick */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    public Permissions current() {
        return current;
    }

    /**
     * The permissions at this revision or a later one: another replica may have made a change that the gateway knows of already.
     */
    public Permissions atLeast(long revision) {
        Permissions known = current;
        if (known.revision() >= revision || rereadJustNow()) {
            return known;
        }
        rereading.lock();
        try {
            if (current.revision() < revision && !rereadJustNow()) {
                publish(store.read());
                lastReread = clock.instant();
            }
        } finally {
            rereading.unlock();
        }
        return current;
    }

    private boolean rereadJustNow() {
        return clock.instant().isBefore(after(lastReread));
    }

    private static Instant after(Instant time) {
        return time.equals(Instant.MIN) ? time : time.plus(REREAD_AT_MOST_EVERY);
    }

    /** @return the permissions after the change; unchanged ones get no new revision */
    public Permissions change(UnaryOperator<Permissions> change) {
        Permissions after = publish(store.change(change));
        changed.run();
        return after;
    }

    /** A slower thread must not put an older state over a newer one. */
    private synchronized Permissions publish(Permissions read) {
        if (read.revision() >= current.revision()) {
            current = read;
        }
        return current;
    }
}
