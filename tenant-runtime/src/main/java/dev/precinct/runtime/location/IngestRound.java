package dev.precinct.runtime.location;

import dev.precinct.runtime.location.Ingest.Work;
import dev.precinct.runtime.platform.health.Metrics;
import dev.precinct.runtime.platform.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Writes what waits once: the live view in memory, then the positions, then the live view's copy. Used by one thread. */
@ApplicationScoped
public class IngestRound {
    private final LiveIndex live;
    private final PositionBacklog backlog;
    private final PositionLog log;
    private final LiveStore store;
    private final LongAdder written;
    private boolean copyIsBehind;

    @Inject
    public IngestRound(LiveIndex live, PositionBacklog backlog, PositionLog log, LiveStore store, Metrics metrics) {
        this.live = live;
        this.backlog = backlog;
        this.log = log;
        this.store = store;
        this.written = metrics.counter("positions_written");
    }

    /** @throws StorageException when something of it is not durable; the live view has it all the same */
    void write(List<Work> together) {
        var updates = new ArrayList<DeviceUpdate>();
        var gone = new ArrayList<LiveDevice>();
        for (var work : together) {
            switch (work) {
                case Work.Updates more -> {
                    live.apply(more.updates());
                    backlog.add(more.updates());
                    updates.addAll(more.updates());
                }
                case Work.Sweep sweep ->
                    gone.addAll(live.removeToldBefore(sweep.toldBefore()).removed());
            }
        }
        var failure = attempt(this::writePositions, null);
        failure = attempt(() -> copy(updates, gone), failure);
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

    private void copy(Collection<DeviceUpdate> updates, Collection<LiveDevice> gone) {
        var told = new LinkedHashMap<String, LiveDevice>();
        if (copyIsBehind) {
            live.all().forEach(device -> told.put(device.mac(), device));
        }
        for (var update : updates) {
            live.device(update.mac()).ifPresent(device -> told.put(device.mac(), device));
        }
        copyIsBehind = true;
        store.save(told.values(), backlog.lastKept());
        store.remove(gone);
        copyIsBehind = false;
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
