package dev.precinct.local.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.resource.Deletion;
import dev.precinct.local.kubernetes.resource.Dependents;
import dev.precinct.local.kubernetes.resource.Metadata;
import dev.precinct.local.kubernetes.store.Change;
import dev.precinct.local.kubernetes.store.History;
import dev.precinct.local.kubernetes.store.ObjectKey;
import dev.precinct.local.kubernetes.store.ObjectStore;
import dev.precinct.local.kubernetes.store.StoreException;
import java.time.Duration;
import java.util.NavigableMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the changes and finishes what they began: namespaces and definitions on their way out, dependents without owner. */
public final class ControlLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private final ObjectStore store;
    private final Departures departures;
    private final OwnerlessObjects ownerless;
    private final Thread thread;

    private ControlLoop(ObjectStore store, KindCatalog catalog, Deletion deletion) {
        this.store = store;
        this.departures = new Departures(catalog, deletion);
        this.ownerless = new OwnerlessObjects(deletion);
        this.thread = Thread.ofVirtual().name("kubernetes-control-loop").unstarted(this::run);
    }

    public static ControlLoop start(ObjectStore store, KindCatalog catalog, Deletion deletion) {
        ControlLoop loop = new ControlLoop(store, catalog, deletion);
        loop.thread.start();
        return loop;
    }

    private void run() {
        long seen = 0;
        boolean due = true;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (due) {
                    settle();
                }
                History.Page page = store.history().after(seen, LONGEST_PAUSE);
                if (page.closed()) {
                    return;
                }
                due = page.expired().isPresent() || page.changes().stream().anyMatch(ControlLoop::matters);
                seen = page.revision();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (StoreException e) {
                LOG.error("cannot finish deletions: {}", e.getMessage());
                return;
            }
        }
    }

    private static boolean matters(Change change) {
        ObjectNode object = change.object();
        return change.type() == Change.Type.DELETED
                || Metadata.isBeingDeleted(object)
                || !Dependents.owners(object).isEmpty() && change.type() == Change.Type.ADDED;
    }

    private void settle() {
        NavigableMap<ObjectKey, ObjectNode> objects = store.all();
        departures.advance(objects);
        ownerless.collect(objects);
    }

    /** Waits for the end of the loop, which comes with the end of the store. */
    public void awaitEnd() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
