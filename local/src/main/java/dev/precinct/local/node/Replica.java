package dev.precinct.local.node;

import dev.precinct.local.process.ProcessRef;
import java.time.Instant;
import java.util.Map;

/** One running process of a Deployment. */
final class Replica {
    private final ProcessRef process;
    private final String template;
    private final Map<String, Integer> ports;
    private final Instant startedAt;
    private final Probe readiness;
    private final Probe liveness;

    /** @param template hash of the pod template that it was started from */
    Replica(ProcessRef process, String template, Map<String, Integer> ports, Instant startedAt, Probes probes) {
        this.process = process;
        this.template = template;
        this.ports = Map.copyOf(ports);
        this.startedAt = startedAt;
        this.readiness = probes.readiness();
        this.liveness = probes.liveness();
    }

    /** Both probes of a container, bound to this replica's ports. */
    record Probes(Probe readiness, Probe liveness) {}

    ProcessRef process() {
        return process;
    }

    String template() {
        return template;
    }

    Map<String, Integer> ports() {
        return ports;
    }

    Instant startedAt() {
        return startedAt;
    }

    ReplicaRecords.Process record() {
        return new ReplicaRecords.Process(process.pid(), process.startTicks(), template, ports);
    }

    boolean alive() {
        return process.alive();
    }

    boolean ready() {
        return readiness.passed();
    }

    /** Whether the liveness probe failed so often that the process must be started again. */
    boolean stuck() {
        return liveness.failed();
    }

    void stopProbing() {
        readiness.close();
        liveness.close();
    }
}
