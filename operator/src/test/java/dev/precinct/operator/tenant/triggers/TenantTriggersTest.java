package dev.precinct.operator.tenant.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.TenantFixtures;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TenantTriggersTest {
    @Test
    void anEditAnAnnotationAndADeletionWakeAPass() {
        assertThat(isForUs(tenant -> tenant.getMetadata().setGeneration(2L))).isTrue();
        assertThat(isForUs(tenant -> tenant.getMetadata().setAnnotations(Map.of(TenantNames.PAUSED, "true"))))
                .isTrue();
        assertThat(isForUs(tenant -> tenant.getMetadata().setDeletionTimestamp("2026-11-21T10:00:00Z")))
                .isTrue();
    }

    /** Else each pass that writes would be followed by one that looks at what it wrote. */
    @Test
    void whatTheOperatorWritesItselfDoesNot() {
        assertThat(isForUs(tenant -> {
                    tenant.getMetadata().setResourceVersion("2");
                    tenant.setStatus(
                            new TenantStatus(1L, TenantPhase.READY, null, null, null, null, null, null, null, null));
                }))
                .isFalse();
    }

    private static boolean isForUs(Consumer<Tenant> change) {
        Tenant after = TenantFixtures.tenant(TenantFixtures.smallest());
        change.accept(after);
        return TenantTriggers.isForUs(after, TenantFixtures.tenant(TenantFixtures.smallest()));
    }
}
