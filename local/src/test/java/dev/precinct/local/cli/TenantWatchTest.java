package dev.precinct.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantWatchTest {
    @Test
    void whatIsAmissIsSaidOnceByTheConditionThatKnows() {
        assertThat(TenantWatch.open(tenant(
                        condition(ConditionTypes.READY, "False", "RuntimeReady: starting"),
                        condition(ConditionTypes.RECONCILING, "True", "RuntimeReady: starting"),
                        condition(ConditionTypes.STALLED, "False", "nobody has to act"),
                        condition(ConditionTypes.PAUSED, "False", "the operator keeps the tenant"),
                        condition(ConditionTypes.SPEC_VALID, "True", "every field is valid"),
                        condition(ConditionTypes.RUNTIME_READY, "False", "starting"))))
                .isEqualTo("RuntimeReady Why (starting)");
    }

    @Test
    void aPauseIsWhatHoldsUp() {
        assertThat(TenantWatch.open(tenant(condition(ConditionTypes.PAUSED, "True", "the deletion waits"))))
                .isEqualTo("Paused Why (the deletion waits)");
    }

    @Test
    void aTenantThatNobodyHasLookedAtWaitsForTheOperator() {
        assertThat(TenantWatch.open(new Tenant())).isEqualTo("waiting for the operator");
        var unseen = new Tenant();
        unseen.setStatus(new TenantStatus(-1L, null, null, null, null, null, null, null, null, null));
        assertThat(TenantWatch.open(unseen)).isEqualTo("waiting for the operator");
    }

    private static Tenant tenant(Condition... conditions) {
        var tenant = new Tenant();
        tenant.setStatus(new TenantStatus(1L, null, null, null, null, null, null, null, List.of(conditions), null));
        return tenant;
    }

    private static Condition condition(String type, String status, String message) {
        return new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason("Why")
                .withMessage(message)
                .build();
    }
}
