package dev.precinct.operator.tenant.triggers;

import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.demand.Demands;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Set;

/** The Leases by which gateways say that a tenant is used. Each renewal is noted with the time at which it is heard of here. */
final class DemandSource extends InformerEventSource<Lease, Tenant> {
    private final EventSourceContext<Tenant> context;
    private final Demands demands;
    private final Waker waker;

    DemandSource(String namespace, Demands demands, Waker waker, EventSourceContext<Tenant> context) {
        super(
                InformerEventSourceConfiguration.from(Lease.class, Tenant.class)
                        .withName("demands")
                        .withNamespaces(namespace)
                        .withLabelSelector(Labels.MANAGED_BY + "=" + Labels.GATEWAY)
                        .withSecondaryToPrimaryMapper(DemandSource::tenantOf)
                        .build(),
                context);
        this.context = context;
        this.demands = demands;
        this.waker = waker;
    }

    @Override
    public void onAdd(Lease lease) {
        heard(lease);
        super.onAdd(lease);
    }

    @Override
    public void onUpdate(Lease before, Lease lease) {
        heard(lease);
        super.onUpdate(before, lease);
    }

    private void heard(Lease lease) {
        var renewed = lease.getSpec() == null ? null : lease.getSpec().getRenewTime();
        if (renewed == null) {
            return;
        }
        String demand = renewed.toInstant().toString();
        for (ResourceID tenant : tenantOf(lease)) {
            if (demands.saw(tenant.getName(), demand)) {
                context.getPrimaryCache().get(tenant).ifPresent(found -> waker.asked(found, demand));
            }
        }
    }

    private static Set<ResourceID> tenantOf(Lease lease) {
        String tenant = lease.getMetadata().getLabels().get(Labels.TENANT);
        return tenant == null ? Set.of() : Set.of(new ResourceID(tenant));
    }
}
