package dev.precinct.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes of one Deployment, brought one step nearer to what it asks for by each pass. One thread calls it. */
final class Workload {
    private static final Logger LOG = LoggerFactory.getLogger(Workload.class);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(60);

    private final String unit;
    private final PodStarter starter;
    private final Clock clock;
    private final List<Replica> replicas = new ArrayList<>();
    private final List<Replica> ending = new CopyOnWriteArrayList<>();
    private int restarts;
    private int failuresInARow;
    private Instant nextStart = Instant.MIN;
    private String waitingFor = "";

    Workload(String unit, PodStarter starter, Clock clock) {
        this.unit = unit;
        this.starter = starter;
        this.clock = clock;
    }

    String unit() {
        return unit;
    }

    /** Takes over what an earlier supervisor left; a process that died meanwhile counts as a restart. */
    void adopt(Template template, ReplicaRecords.Entry entry) {
        Replica replica = starter.adopt(template, entry);
        restarts = entry.restarts();
        if (replica.alive()) {
            replicas.add(replica);
            LOG.info("{}: took over process {}", unit, entry.process().pid());
        } else {
            replica.stopProbing();
            restarts++;
        }
    }

    void step(Template template) {
        removeEnded();
        try {
            if (!replicas.isEmpty()) {
                starter.mirrorFiles(template);
            }
            roll(template);
        } catch (MissingObjectException e) {
            if (!waitingFor.equals(e.getMessage())) {
                waitingFor = String.valueOf(e.getMessage());
                LOG.info("{} waits: {}", unit, waitingFor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(unit + ": can't write its files", e);
        }
    }

    private void roll(Template template) throws IOException, MissingObjectException {
        int wanted = template.wantedReplicas();
        var current = ofTemplate(template, true);
        var old = ofTemplate(template, false);
        if (template.recreate() && !old.isEmpty()) {
            old.forEach(replica -> endGently(replica, template));
            return;
        }
        if (current.size() < wanted && mayStart(template)) {
            replicas.add(starter.start(template, unit));
            waitingFor = "";
        }
        current.stream().skip(wanted).forEach(replica -> endGently(replica, template));
        if (current.stream().filter(Replica::ready).count() >= wanted) {
            old.forEach(replica -> endGently(replica, template));
        }
    }

    private boolean mayStart(Template template) {
        return !clock.instant().isBefore(nextStart) && (!template.recreate() || ending.isEmpty());
    }

    private List<Replica> ofTemplate(Template template, boolean same) {
        return replicas.stream()
                .filter(replica -> replica.template().equals(template.hash()) == same)
                .toList();
    }

    private void removeEnded() {
        for (Replica replica : List.copyOf(replicas)) {
            if (replica.alive() && replica.stuck()) {
                LOG.warn(
                        "{}: process {} does not answer its liveness probe; it is started again",
                        unit,
                        replica.process().pid());
                replica.process().kill();
            }
            if (!replica.alive()) {
                replica.stopProbing();
                replicas.remove(replica);
                ended(replica);
            }
        }
    }

    private void ended(Replica replica) {
        restarts++;
        boolean hadSettled =
                Duration.between(replica.startedAt(), clock.instant()).compareTo(SETTLED) > 0;
        failuresInARow = hadSettled ? 0 : failuresInARow + 1;
        Duration delay = Duration.ofMillis(200L << Math.min(failuresInARow, 8));
        nextStart = clock.instant().plus(delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY);
        LOG.warn(
                "{}: process {} ended by itself; it is started again",
                unit,
                replica.process().pid());
    }

    private void endGently(Replica replica, Template template) {
        end(replica, template.preStop(), template.grace());
    }

    /** @param wait before it is asked to; part of the grace that a cluster gives, so short */
    private void end(Replica replica, Duration wait, Duration grace) {
        replicas.remove(replica);
        ending.add(replica);
        Thread.ofVirtual().name("end " + unit).start(() -> {
            paused(wait);
            replica.process().end(grace);
            replica.stopProbing();
            ending.remove(replica);
        });
    }

    private static void paused(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all processes. Returns at once; see {@link #gone()}. */
    void endAll(Duration grace) {
        List.copyOf(replicas).forEach(replica -> end(replica, Duration.ZERO, grace));
    }

    boolean gone() {
        return replicas.isEmpty() && ending.isEmpty();
    }

    int count() {
        return replicas.size();
    }

    int ready() {
        return (int)
                replicas.stream().filter(Replica::alive).filter(Replica::ready).count();
    }

    int updated(Template template) {
        return ofTemplate(template, true).size();
    }

    /** Ports of the newest ready replica: where requests go. */
    Optional<Map<String, Integer>> serving(Template template) {
        var ready = replicas.stream().filter(Replica::ready).toList();
        return ready.stream()
                .filter(replica -> replica.template().equals(template.hash()))
                .findFirst()
                .or(() -> ready.stream().findFirst())
                .map(Replica::ports);
    }

    List<ReplicaRecords.Entry> records(Template template) {
        if (replicas.isEmpty()) {
            String state = template.wantedReplicas() == 0 ? "ended" : "starting";
            return List.of(entry(template, new ReplicaRecords.Process(0, 0, "", Map.of()), state));
        }
        return replicas.stream()
                .map(replica -> entry(template, replica.record(), replica.ready() ? "running" : "starting"))
                .toList();
    }

    private ReplicaRecords.Entry entry(Template template, ReplicaRecords.Process process, String state) {
        return new ReplicaRecords.Entry(unit, template.namespace(), template.name(), process, state, restarts);
    }
}
