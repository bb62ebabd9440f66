package dev.precinct.operator.tenant.steps;

import dev.precinct.operator.cluster.ClusterObjects;
import dev.precinct.operator.tenant.resources.Drift;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes objects that differ from what is there, and no others. */
public final class ObjectWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectWriter.class);

    private final ClusterObjects cluster;
    private final LongAdder writes = new LongAdder();

    public ObjectWriter(ClusterObjects cluster) {
        this.cluster = cluster;
    }

    /** Gives what is there afterwards. */
    <T extends HasMetadata> T ensure(T desired) {
        var found = cluster.find(desired);
        if (found.isPresent() && !Drift.between(desired, found.get())) {
            return found.get();
        }
        T result = cluster.apply(desired);
        if (desired instanceof NetworkPolicy && Drift.between(desired, result)) {
            result = replace(desired);
        }
        writes.increment();
        LOG.info(
                "{} {} {}",
                found.isPresent() ? "changed" : "made",
                desired.getKind(),
                desired.getMetadata().getName());
        return result;
    }

    /**
     * The Deployment of a runtime, whose replicas are changed by themselves.
     *
     * @param replicas of one that has to be made
     */
    Deployment ensure(Deployment desired, int replicas) {
        Optional<Deployment> found = cluster.find(desired);
        if (found.isEmpty()) {
            Deployment made = new DeploymentBuilder(desired)
                    .editSpec()
                    .withReplicas(replicas)
                    .endSpec()
                    .build();
            return ensure(made);
        }
        if (Drift.between(desired, found.get())) {
            cluster.keepReplicas(found.get());
        }
        return ensure(desired);
    }

    /** Asks for so many replicas of a runtime. */
    void scale(String namespace, int replicas) {
        cluster.scale(namespace, replicas);
        writes.increment();
        LOG.info("the runtime of {} has {} replicas now", namespace, replicas);
    }

    /**
     * A rule that somebody added to a policy that has none is his by the rules of server-side apply, and stays. A policy may be made anew:
     * the other one isolates the same pods meanwhile.
     */
    private <T extends HasMetadata> T replace(T policy) {
        cluster.delete(policy);
        return cluster.apply(policy);
    }

    void remove(HasMetadata object) {
        cluster.delete(object);
        writes.increment();
        LOG.info("removed {} {}", object.getKind(), object.getMetadata().getName());
    }

    /** How many objects were written since the start. */
    public long writes() {
        return writes.sum();
    }
}
