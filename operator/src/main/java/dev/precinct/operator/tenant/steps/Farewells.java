package dev.precinct.operator.tenant.steps;

import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.runtimes.RuntimeFarewells;
import java.util.Optional;

/** Has a runtime give up its subscription at the CMX. Only the runtime can: nobody else speaks to a tenant's CMX. */
public final class Farewells {
    private final RuntimeFarewells runtimes;

    public Farewells(RuntimeFarewells runtimes) {
        this.runtimes = runtimes;
    }

    /** What to tell the owner: that the CMX may go on pushing; empty when it does not. */
    Optional<OwnerEvent> leave(TenantNames names) {
        return runtimes.leave(names.namespace())
                .map(why -> OwnerEvent.bad(
                                TenantReason.CMX_SUBSCRIPTION_LEFT,
                                "CMX may keep the subscription precinct-" + names.name()
                                        + " and go on pushing; delete it there: " + why)
                        .toldOnce());
    }
}
