package dev.precinct.runtime.platform.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on a thread of its own, each time saying how long to rest; can be woken earlier. */
public final class Repeating implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(10);

    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** Starts at once. Work handles the failures that it expects; another one is our bug, told with its trace. */
    public Repeating(String name, Supplier<Duration> work) {
        this.thread = Thread.ofVirtual().name(name).start(() -> repeat(name, work));
    }

    private void repeat(String name, Supplier<Duration> work) {
        while (!closed) {
            Duration rest;
            try {
                rest = work.get();
            } catch (RuntimeException e) {
                if (closed) {
                    return;
                }
                LOG.error("{} failed", name, e);
                rest = AFTER_A_BUG;
            }
            rest(rest);
        }
    }

    private void rest(Duration rest) {
        try {
            if (wake.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            // only close interrupts
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Ends the present rest. */
    public void wake() {
        wake.release();
    }

    /** Ends the work; what is under way is interrupted. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
