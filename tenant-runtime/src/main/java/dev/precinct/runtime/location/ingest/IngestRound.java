package dev.precinct.runtime.location.ingest;

import dev.precinct.runtime.location.LiveIndex;
import dev.precinct.runtime.location.ingest.Ingest.Work;
import dev.precinct.runtime.platform.health.Metrics;
import dev.precinct.runtime.platform.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Writes what waits once: the live view in memory, then the positions, then what its copy lacks. Used by one thread. */
@ApplicationScoped
public class IngestRound {
    private final LiveIndex live;
    private final PositionBacklog backlog;
    private final PositionLog log;
    private final LiveCopy copy;
    private final LongAdder written;

    @Inject
    public IngestRound(LiveIndex live, PositionBacklog backlog, PositionLog log, LiveCopy copy, Metrics metrics) {
        this.live = live;
        this.backlog = backlog;
        this.log = log;
        this.copy = copy;
        this.written = metrics.counter("positions_written");
    }

    /** Whether there is something to write though nothing new came. */
    boolean isDue() {
        return copy.isDue();
    }

    /** @throws StorageException when something of it is not durable; the live view has it all the same */
    void write(List<Work> together) {
        for (var work : together) {
            switch (work) {
                case Work.Updates more -> {
                    live.apply(more.updates());
                    backlog.add(more.updates());
                    copy.told(more.updates());
                }
                case Work.Sweep sweep ->
                    copy.gone(live.removeToldBefore(sweep.toldBefore()).removed());
            }
        }
        var failure = attempt(this::writePositions, null);
        failure = attempt(() -> copy.write(backlog.lastKept()), failure);
        if (failure != null) {
            throw failure;
        }
    }

    private void writePositions() {
        var positions = backlog.waiting();
        if (!positions.isEmpty()) {
            log.append(positions);
            written.add(positions.size());
            backlog.kept();
        }
    }

    /** Both are tried, the first failure is told. */
    private static @Nullable StorageException attempt(Runnable writing, @Nullable StorageException before) {
        try {
            writing.run();
            return before;
        } catch (StorageException e) {
            return before == null ? e : before;
        }
    }
}
