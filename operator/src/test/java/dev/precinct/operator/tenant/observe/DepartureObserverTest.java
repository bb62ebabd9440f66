package dev.precinct.operator.tenant.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.testing.TenantFixtures;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartureObserverTest {
    private static final Instant ASKED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aDeletionBeginsWhenItIsAskedFor() {
        assertThat(DepartureObserver.begun(deleted(), NOW)).isEqualTo(ASKED);
        assertThat(DepartureObserver.begun(paused("False", "2026-11-20T08:00:00Z"), NOW))
                .isEqualTo(ASKED);
    }

    @Test
    void aDeletionThatWaitedBeginsWhenThePauseEnds() {
        assertThat(DepartureObserver.begun(paused("True", "2026-11-21T09:00:00Z"), NOW))
                .isEqualTo(NOW);
        assertThat(DepartureObserver.begun(paused("False", "2026-11-21T11:59:00Z"), NOW))
                .isEqualTo(Instant.parse("2026-11-21T11:59:00Z"));
    }

    private static Tenant paused(String status, String since) {
        var condition = new ConditionBuilder()
                .withType(ConditionTypes.PAUSED)
                .withStatus(status)
                .withLastTransitionTime(since)
                .build();
        Tenant tenant = deleted();
        tenant.setStatus(new TenantStatus(1L, null, null, null, null, null, null, null, List.of(condition), null));
        return tenant;
    }

    private static Tenant deleted() {
        Tenant tenant = TenantFixtures.tenant(TenantFixtures.smallest());
        tenant.getMetadata().setDeletionTimestamp(ASKED.toString());
        return tenant;
    }
}
