package dev.precinct.operator.tenant.steps;

import dev.precinct.operator.cluster.ClusterObjects;
import dev.precinct.operator.tenant.resources.Drift;
import io.fabric8.kubernetes.api.model.HasMetadata;
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

    void ensure(HasMetadata desired) {
        var found = cluster.find(desired);
        if (found.isPresent() && !Drift.between(desired, found.get())) {
            return;
        }
        cluster.apply(desired);
        writes.increment();
        LOG.info(
                "{} {} {}",
                found.isPresent() ? "changed" : "made",
                desired.getKind(),
                desired.getMetadata().getName());
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
