package dev.precinct.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Objects;

/**
 * What tools that go by kstatus (kpt, Flux, cli-utils) make of a Tenant: the library's rules for a kind that it does not know, in its order.
 * A status without conditions counts as reached, and {@code Ready} is asked only where the other two are not True.
 */
public enum Kstatus {
    IN_PROGRESS,
    FAILED,
    CURRENT,
    TERMINATING;

    public static Kstatus of(Tenant tenant) {
        if (tenant.isMarkedForDeletion()) {
            return TERMINATING;
        }
        TenantStatus status = tenant.getStatus();
        if (status == null) {
            return CURRENT;
        }
        if (status.observedGeneration() != null
                && !status.observedGeneration().equals(tenant.getMetadata().getGeneration())) {
            return IN_PROGRESS;
        }
        return of(Objects.requireNonNullElse(status.conditions(), List.of()));
    }

    private static Kstatus of(List<Condition> conditions) {
        assertThat(conditions.stream()
                        .filter(condition -> List.of(ConditionTypes.RECONCILING, ConditionTypes.STALLED)
                                .contains(condition.getType()))
                        .filter(condition -> condition.getStatus().equals("True")))
                .as("of two that are True the library takes the one that comes first")
                .hasSizeLessThan(2);
        for (Condition condition : conditions) {
            boolean holds = condition.getStatus().equals("True");
            if (holds && condition.getType().equals(ConditionTypes.RECONCILING)) {
                return IN_PROGRESS;
            }
            if (holds && condition.getType().equals(ConditionTypes.STALLED)) {
                return FAILED;
            }
        }
        return conditions.stream()
                .filter(condition -> condition.getType().equals(ConditionTypes.READY))
                .findFirst()
                .map(ready -> ready.getStatus().equals("True") ? CURRENT : IN_PROGRESS)
                .orElse(CURRENT);
    }
}
