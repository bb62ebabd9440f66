package dev.precinct.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.operator.failure.SpecProblem;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.ArgoCd;
import dev.precinct.operator.testing.PassRig;
import dev.precinct.operator.testing.TenantFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Argo CD shows of a Tenant in each phase, by the check that is shipped for it. */
class ArgoCdHealthTest {
    private final PassRig rig = new PassRig();
    private final ArgoCd argo = ArgoCd.shipped();

    @Test
    void aNewTenantProgressesUntilItIsServed() {
        rig.with(TenantFixtures.smallest());
        assertThat(health().status()).as("without a status").isEqualTo("Progressing");
        rig.neverLookedAt();
        assertThat(health().status()).isEqualTo("Progressing");

        rig.pass();
        assertPhase(TenantPhase.PENDING, "Progressing", "being made");

        rig.databases.goDown();
        rig.settle();
        assertPhase(TenantPhase.PROVISIONING, "Progressing", "DatabaseReady");

        rig.databases.comeBack();
        rig.settle();
        rig.pass();
        assertPhase(TenantPhase.READY, "Healthy", "the tenant is served");
    }

    @Test
    void anEditProgressesFromTheMomentItIsMade() {
        rig.ready(TenantFixtures.full());
        rig.cluster.nodeGoesDown();
        rig.edit(TenantFixtures.withoutCmx(TenantFixtures.full()));
        assertPhase(TenantPhase.READY, "Progressing", "has not looked at this generation");

        rig.settle();
        assertPhase(TenantPhase.PROVISIONING, "Progressing", "RuntimeReady: a new runtime is starting");
    }

    /** Else the sync that mends an edit would fail for what was wrong before it. */
    @Test
    void aBadEditIsDegradedUntilTheNextOne() {
        rig.ready(TenantFixtures.smallest());
        rig.problems = List.of(new SpecProblem("spec.timeZone", "no such zone"));
        rig.edit(TenantFixtures.full());
        rig.settle();
        assertPhase(TenantPhase.INVALID, "Degraded", "spec.timeZone: no such zone");

        rig.edit(TenantFixtures.smallest());
        assertThat(health().status()).isEqualTo("Progressing");
    }

    @Test
    void whatWasServedAndIsNotIsDegraded() {
        rig.ready(TenantFixtures.smallest());
        rig.caches.goDown();
        rig.pass();
        assertPhase(TenantPhase.DEGRADED, "Degraded", "RedisReady: ");
    }

    @Test
    void aMissingSecretIsDegraded() {
        rig.give("ben-password", Map.of("password", "bens-own"));
        rig.with(TenantFixtures.full());
        rig.settle();
        assertPhase(TenantPhase.DEGRADED, "Degraded", "acme-cmx");
    }

    @Test
    void aSuspendedTenantIsSuspended() {
        rig.ready(TenantFixtures.smallest());
        rig.edit(TenantFixtures.suspended(TenantFixtures.smallest()));
        rig.settle();
        assertPhase(TenantPhase.SUSPENDED, "Suspended", "spec.runMode is Suspended");
    }

    @Test
    void aPausedTenantIsSuspendedAndOneThatNobodyCanReadIsDegraded() {
        rig.ready(TenantFixtures.smallest());
        rig.annotate(TenantNames.PAUSED, "true");
        rig.pass();
        assertPhase(TenantPhase.READY, "Suspended", "precinct.dev/paused");

        rig.annotate(TenantNames.PAUSED, "yes");
        rig.pass();
        assertPhase(TenantPhase.READY, "Degraded", "it is: yes");
    }

    @Test
    void aDeletionProgressesUnlessItIsHeldUp() {
        rig.ready(TenantFixtures.smallest());
        rig.annotate(TenantNames.PAUSED, "true");
        rig.delete();
        rig.pass();
        assertPhase(TenantPhase.DELETING, "Degraded", "the deletion waits");

        rig.annotate(TenantNames.PAUSED, "false");
        rig.pass();
        assertPhase(TenantPhase.DELETING, "Progressing", "the runtime is ending");
    }

    private void assertPhase(TenantPhase phase, String status, String message) {
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(phase);
        assertThat(health().status()).isEqualTo(status);
        assertThat(health().message()).contains(message);
    }

    private ArgoCd.Health health() {
        return argo.healthOf(rig.tenant());
    }
}
