package dev.precinct.operator.tenant.triggers;

import dev.precinct.crd.tenant.v1alpha1.RunMode;
import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.cluster.ClusterObjects;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.Pause;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a sleeping runtime as soon as somebody asks for it, beside the passes: those of first starts and of tenants whose servers hang
 * may be many, and somebody waits. What is done here the tenant's next pass would do; it tells of it.
 */
final class Waker {
    private static final Logger LOG = LoggerFactory.getLogger(Waker.class);
    private static final int SLOTS = 8;

    private final ClusterObjects cluster;
    private final BooleanSupplier leads;
    private final ExecutorService slots = Executors.newFixedThreadPool(
            SLOTS, Thread.ofVirtual().name("wake-", 0).factory());

    /** @param leads an operator that only stands by writes nothing */
    Waker(ClusterObjects cluster, BooleanSupplier leads) {
        this.cluster = cluster;
        this.leads = leads;
    }

    void asked(Tenant tenant, String demand) {
        if (leads.getAsBoolean() && wakes(tenant, demand)) {
            slots.execute(() -> wake(tenant));
        }
    }

    /** Whether this demand ends a sleep, going by what was last told of the tenant. */
    static boolean wakes(Tenant tenant, String demand) {
        var status = tenant.getStatus();
        return status != null
                && status.runtime() == RuntimeState.ASLEEP
                && !Objects.equals(status.lastDemand(), demand)
                && tenant.getSpec().runMode() != RunMode.SUSPENDED
                && Pause.of(tenant) == Pause.NONE
                && !tenant.isMarkedForDeletion();
    }

    private void wake(Tenant tenant) {
        try {
            cluster.scale(TenantNames.of(tenant).namespace(), 1);
            LOG.info("{} is wanted again", tenant.getMetadata().getName());
        } catch (TenantException e) {
            LOG.info(
                    "{} could not be woken at once: its pass will",
                    tenant.getMetadata().getName(),
                    e);
        }
    }
}
