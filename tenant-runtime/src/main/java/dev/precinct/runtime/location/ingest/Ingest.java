package dev.precinct.runtime.location.ingest;

import dev.precinct.runtime.location.DeviceUpdate;
import dev.precinct.runtime.platform.health.Metrics;
import dev.precinct.runtime.platform.storage.StorageException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer. Whatever waits is written together: a thousand single pushes a second become some dozen commits. The live view
 * follows at once, also when storage is away; who waits for durability is told when it is not there.
 */
@ApplicationScoped
public class Ingest {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final int MOST_WAITING = 60_000;
    private static final int MOST_TOGETHER = 20_000;
    private static final int PART = 1_000;
    private static final int QUIET_SECONDS = 1;

    private final IngestRound round;
    private final LongAdder refused;
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Thread writer;
    private volatile boolean closed;

    /** What the writer is asked for, and who waits for it. */
    sealed interface Work {
        CompletableFuture<Void> done();

        record Updates(List<DeviceUpdate> updates, CompletableFuture<Void> done) implements Work {}

        /** Devices last told before this time are gone. */
        record Sweep(Instant toldBefore, CompletableFuture<Void> done) implements Work {}
    }

    @Inject
    public Ingest(IngestRound round, Metrics metrics) {
        this.round = round;
        this.refused = metrics.counter("ingest_refused");
        metrics.gauge("ingest_waiting", () -> MOST_WAITING - room.availablePermits());
        this.writer = Thread.ofPlatform().daemon().name("ingest").start(this::write);
    }

    /**
     * Takes news. The result completes when they are durable, and exceptionally with a {@link StorageException} when they are not.
     */
    public CompletableFuture<Void> submit(List<DeviceUpdate> updates) {
        var done = new CompletableFuture<Void>();
        if (closed || !room.tryAcquire(updates.size())) {
            refused.increment();
            done.completeExceptionally(
                    new StorageException.Unavailable("too much waits to be written", new IllegalStateException()));
            return done;
        }
        queue.add(new Work.Updates(List.copyOf(updates), done));
        return done;
    }

    /**
     * Takes many news and waits until they are durable, in parts, so that a push in between does not wait for all of them. Each part is
     * taken, also after one that could not be kept.
     *
     * @throws CompletionException the first failure, as {@link #submit} has it
     */
    public void submitInParts(List<DeviceUpdate> updates) {
        CompletionException failure = null;
        for (int from = 0; from < updates.size(); from += PART) {
            try {
                submit(updates.subList(from, Math.min(updates.size(), from + PART)))
                        .join();
            } catch (CompletionException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Devices that CMX last told before this time, by our clock, are gone. */
    public CompletableFuture<Void> sweep(Instant toldBefore) {
        var done = new CompletableFuture<Void>();
        queue.add(new Work.Sweep(toldBefore, done));
        return done;
    }

    private void write() {
        while (!closed) {
            try {
                var together = take();
                if (!together.isEmpty() || round.isDue()) {
                    writeTogether(together);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Empty when nothing came for a while. */
    private List<Work> take() throws InterruptedException {
        var together = new ArrayList<Work>();
        var next = queue.poll(QUIET_SECONDS, TimeUnit.SECONDS);
        int size = 0;
        while (next != null) {
            together.add(next);
            size += sizeOf(next);
            next = size >= MOST_TOGETHER ? null : queue.poll();
        }
        return together;
    }

    private void writeTogether(List<Work> together) {
        try {
            round.write(together);
            together.forEach(work -> work.done().complete(null));
        } catch (StorageException e) {
            LOG.warn("not durable: {}", e.getMessage());
            fail(together, e);
        } catch (RuntimeException e) {
            LOG.error("our bug while writing positions", e);
            fail(together, new StorageException.Refused("positions could not be written", e));
        } finally {
            room.release(together.stream().mapToInt(Ingest::sizeOf).sum());
        }
    }

    private static void fail(List<Work> together, StorageException e) {
        together.forEach(work -> work.done().completeExceptionally(e));
    }

    private static int sizeOf(Work work) {
        return switch (work) {
            case Work.Updates updates -> updates.updates().size();
            case Work.Sweep sweep -> 0;
        };
    }

    @PreDestroy
    void close() {
        closed = true;
        writer.interrupt();
    }
}
