package dev.precinct.local.supervisor;

import dev.precinct.local.node.ReplicaRecords;
import java.nio.file.Path;
import java.util.Optional;

/** The Kubernetes API behind one installation. */
interface KubernetesServer extends AutoCloseable {
    /** Starts it, or finds it running, and waits until it answers. */
    void start();

    /** Starts it again when it ended; returns what {@code status} shows of it, empty when it is part of the supervisor. */
    Optional<ReplicaRecords.Entry> check();

    /** Access as administrator, for this process; there as soon as it is started. */
    Path kubeconfig();

    /** Ends it; its objects stay. */
    @Override
    void close();
}
