package dev.precinct.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.DatabaseSpec;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.failure.SpecProblem;
import dev.precinct.operator.testing.Kstatus;
import dev.precinct.operator.testing.PassRig;
import dev.precinct.operator.testing.TenantFixtures;
import dev.precinct.operator.testing.TestTenants;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tools that wait for a Tenant make of it, in every state that a pass leaves it in. */
class HealthTest {
    private final PassRig rig = new PassRig();

    @Test
    void aNewTenantIsInProgressUntilItIsServed() {
        rig.with(TenantFixtures.smallest());
        rig.neverLookedAt();
        assertThat(kstatus()).isEqualTo(Kstatus.IN_PROGRESS);

        rig.pass();
        assertThat(kstatus()).isEqualTo(Kstatus.IN_PROGRESS);
        assertThat(condition(ConditionTypes.RECONCILING).getReason()).isEqualTo("WaitingForNamespace");

        rig.settle();
        rig.pass();
        assertThat(kstatus()).isEqualTo(Kstatus.CURRENT);
        assertThat(condition(ConditionTypes.RECONCILING).getReason()).isEqualTo("UpToDate");
    }

    @Test
    void anEditIsInProgressFromTheMomentItIsMadeUntilItsRuntimeServes() {
        rig.ready(TenantFixtures.full());
        rig.cluster.nodeGoesDown();
        rig.edit(TenantFixtures.withoutCmx(TenantFixtures.full()));
        assertThat(kstatus()).isEqualTo(Kstatus.IN_PROGRESS);

        rig.settle();
        assertThat(kstatus()).isEqualTo(Kstatus.IN_PROGRESS);
        assertThat(condition(ConditionTypes.RECONCILING).getReason()).isEqualTo("RuntimeRolling");

        rig.cluster.nodeComesBack();
        rig.pass();
        assertThat(kstatus()).isEqualTo(Kstatus.CURRENT);
    }

    @Test
    void aBadEditFailsAndStaysServedUntilItIsMended() {
        rig.ready(TenantFixtures.smallest());
        rig.problems = List.of(new SpecProblem("spec.timeZone", "no such zone"));
        rig.edit(TenantFixtures.full());

        rig.settle();
        assertThat(kstatus()).isEqualTo(Kstatus.FAILED);
        assertThat(condition(ConditionTypes.STALLED).getReason()).isEqualTo("SpecInvalid");
        assertThat(condition(ConditionTypes.STALLED).getMessage()).contains("spec.timeZone: no such zone");
        assertThat(condition(ConditionTypes.READY).getStatus()).isEqualTo("True");

        rig.problems = List.of();
        rig.edit(TenantFixtures.smallest());
        rig.settle();
        assertThat(kstatus()).isEqualTo(Kstatus.CURRENT);
        assertThat(condition(ConditionTypes.STALLED).getReason()).isEqualTo("NoActionNeeded");
    }

    @Test
    void aMissingSecretFailsUntilItIsThere() {
        rig.give("ben-password", Map.of("password", "bens-own"));
        rig.with(TenantFixtures.full());
        rig.settle();
        assertThat(kstatus()).isEqualTo(Kstatus.FAILED);
        assertThat(condition(ConditionTypes.STALLED).getMessage()).contains("acme-cmx");

        rig.give("acme-cmx", Map.of("username", "u", "password", "p"));
        rig.settle();
        assertThat(kstatus()).isEqualTo(Kstatus.CURRENT);
    }

    @Test
    void aServerThatIsAwayIsNothingForAPerson() {
        rig.ready(TenantFixtures.smallest());
        rig.databases.goDown();

        rig.pass();

        assertThat(kstatus()).isEqualTo(Kstatus.IN_PROGRESS);
        assertThat(condition(ConditionTypes.RECONCILING).getReason()).isEqualTo("DatabaseUnreachable");
        assertThat(condition(ConditionTypes.STALLED).getStatus()).isEqualTo("False");
    }

    /** Redis will come back, the server that nobody knows will not. */
    @Test
    void whatLastsIsToldBesideWhatPasses() {
        rig.with(TenantFixtures.withDatabase(TenantFixtures.smallest(), new DatabaseSpec("nowhere", null)));
        rig.caches.goDown();

        rig.settle();

        assertThat(kstatus()).isEqualTo(Kstatus.FAILED);
        assertThat(condition(ConditionTypes.STALLED).getReason()).isEqualTo("DatabaseServerUnknown");
    }

    @Test
    void aNamespaceThatIsNotOursFails() {
        rig.cluster.put(new NamespaceBuilder()
                .withNewMetadata()
                .withName("tenant-acme")
                .endMetadata()
                .build());
        rig.with(TenantFixtures.smallest());

        rig.settle();

        assertThat(kstatus()).isEqualTo(Kstatus.FAILED);
        assertThat(condition(ConditionTypes.STALLED).getReason()).isEqualTo("NamespaceNotOurs");
    }

    /** The gateway's key is ours to make, so its absence passes, though a Secret is missing. */
    @Test
    void aMissingSigningKeyIsNothingForTheOwner() {
        rig.ready(TenantFixtures.smallest());
        rig.cluster.remove(rig.cluster.secret("precinct-system", "assertion-signing-key"));

        rig.pass();

        assertThat(kstatus()).isEqualTo(Kstatus.IN_PROGRESS);
    }

    /** {@code Ready} says that it serves, and it does not; what was asked for is there all the same. */
    @Test
    void aSuspendedTenantIsNotReconciledAndNotReady() {
        rig.ready(TenantFixtures.smallest());
        rig.edit(TenantFixtures.suspended(TenantFixtures.smallest()));

        rig.settle();

        assertThat(condition(ConditionTypes.RECONCILING).getStatus()).isEqualTo("False");
        assertThat(condition(ConditionTypes.RECONCILING).getReason()).isEqualTo("Suspended");
        assertThat(condition(ConditionTypes.STALLED).getStatus()).isEqualTo("False");
    }

    @Test
    void aDeletedTenantIsTerminating() {
        rig.ready(TenantFixtures.withDatabase(TenantFixtures.smallest(), new DatabaseSpec(null, OnDelete.DELETE)));
        rig.databases.goDown();
        rig.delete();

        rig.settle();

        assertThat(kstatus()).isEqualTo(Kstatus.TERMINATING);
        assertThat(condition(ConditionTypes.RECONCILING).getReason()).isEqualTo("DatabaseUnreachable");
    }

    @Test
    void noConditionMovesFromPassToPass() {
        rig.with(TenantFixtures.full());
        rig.databases.goDown();
        rig.settle();
        TenantStatus before = rig.tenant().getStatus();

        rig.pass();
        rig.pass();

        assertThat(rig.tenant().getStatus()).isEqualTo(before);
    }

    private Kstatus kstatus() {
        return Kstatus.of(rig.tenant());
    }

    private Condition condition(String type) {
        return TestTenants.condition(rig.tenant(), type).orElseThrow();
    }
}
