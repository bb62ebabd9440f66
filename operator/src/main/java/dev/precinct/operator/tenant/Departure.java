package dev.precinct.operator.tenant;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.observe.DepartureObserver;
import dev.precinct.operator.tenant.plan.DeparturePlanner;
import dev.precinct.operator.tenant.steps.DepartureExecutor;
import org.jspecify.annotations.Nullable;

/** One pass over a tenant that is being deleted: looks what is left and does the next stage. */
public record Departure(DepartureObserver observer, DepartureExecutor executor) {

    StepOutcome run(Tenant tenant, @Nullable EffectiveSpec spec) {
        try {
            return executor.depart(tenant, spec, DeparturePlanner.next(observer.observe(tenant)));
        } catch (TenantException e) {
            return new StepOutcome.Failed(e);
        }
    }
}
