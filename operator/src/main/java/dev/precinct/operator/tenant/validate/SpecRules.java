package dev.precinct.operator.tenant.validate;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.failure.SpecProblem;
import java.util.List;
import java.util.stream.Stream;

/** The rules for a Tenant, in Java. The API server has checked most of them already, but not for Tenants that are older than a rule. */
@FunctionalInterface
public interface SpecRules {
    /** All problems, not the first. */
    List<SpecProblem> problemsIn(Tenant tenant);

    /** These rules, and where they find nothing, the others: a field of a wrong form is told once. */
    default SpecRules then(SpecRules others) {
        return tenant -> {
            var problems = problemsIn(tenant);
            return problems.isEmpty() ? others.problemsIn(tenant) : problems;
        };
    }

    /** What either finds. */
    default SpecRules and(SpecRules others) {
        return tenant -> Stream.concat(problemsIn(tenant).stream(), others.problemsIn(tenant).stream())
                .toList();
    }
}
