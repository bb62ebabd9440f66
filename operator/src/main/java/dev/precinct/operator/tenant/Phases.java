package dev.precinct.operator.tenant;

import dev.precinct.operator.tenant.observe.TenantObserver;
import dev.precinct.operator.tenant.plan.TenantPlanner;
import dev.precinct.operator.tenant.status.TenantReporter;
import dev.precinct.operator.tenant.steps.PlanExecutor;
import dev.precinct.operator.tenant.validate.SpecJudge;

/** The phases of a pass, in their order but for the first two. */
public record Phases(
        SpecJudge judge,
        TenantObserver observer,
        TenantPlanner planner,
        PlanExecutor executor,
        TenantReporter reporter) {}
