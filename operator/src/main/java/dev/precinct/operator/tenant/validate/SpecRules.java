package dev.precinct.operator.tenant.validate;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.failure.SpecProblem;
import java.util.List;

/** The rules for a Tenant, in Java. The API server has checked most of them already, but not for Tenants that are older than a rule. */
@FunctionalInterface
public interface SpecRules {
    /** All problems, not the first. */
    List<SpecProblem> problemsIn(Tenant tenant);
}
