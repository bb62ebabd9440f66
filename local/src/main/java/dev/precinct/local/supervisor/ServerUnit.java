package dev.precinct.local.supervisor;

import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.node.ReplicaRecords;
import dev.precinct.local.process.ProcessRef;
import dev.precinct.local.servers.Server;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one database server running. One thread calls it. */
final class ServerUnit {
    private static final Logger LOG = LoggerFactory.getLogger(ServerUnit.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(1);

    private final Server server;
    private final Clock clock;
    private @Nullable ProcessRef process;
    private int restarts;
    private Instant nextStart = Instant.MIN;

    ServerUnit(Server server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Takes over the server that runs on this home's data, or starts it, and waits until it answers. */
    void start() {
        process = server.running().orElseGet(server::start);
        Instant deadline = clock.instant().plus(LONGEST_START);
        while (!server.ready()) {
            if (!process.alive()) {
                throw new UserMustActException(
                        server.name() + " ended while it started; see its log: ./precinct logs " + server.name());
            }
            if (clock.instant().isAfter(deadline)) {
                throw new UserMustActException(server.name() + " does not answer after " + LONGEST_START.toSeconds()
                        + " s; see its log: ./precinct logs " + server.name());
            }
            pause();
        }
    }

    ReplicaRecords.Entry check() {
        var seen = process;
        if ((seen == null || !seen.alive()) && !clock.instant().isBefore(nextStart)) {
            LOG.warn("{} ended by itself; it is started again", server.name());
            restarts++;
            nextStart = clock.instant().plus(BETWEEN_RESTARTS);
            process = server.running().orElseGet(server::start);
            seen = process;
        }
        var known = seen == null ? new ProcessRef(0, 0) : seen;
        String state = known.alive() ? "running" : "starting";
        var record = new ReplicaRecords.Process(known.pid(), known.startTicks(), "", Map.of());
        return new ReplicaRecords.Entry(server.name(), "", "", record, state, restarts);
    }

    void stop() {
        if (process != null) {
            process.end(server.grace());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the start", e);
        }
    }
}
