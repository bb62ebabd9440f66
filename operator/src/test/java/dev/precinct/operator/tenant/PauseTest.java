package dev.precinct.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.DatabaseSpec;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.failure.SpecProblem;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.testing.Kstatus;
import dev.precinct.operator.testing.PassRig;
import dev.precinct.operator.testing.TenantFixtures;
import dev.precinct.operator.testing.TestTenants;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PauseTest {
    private static final TenantNames NAMES = new TenantNames("acme", TenantFixtures.UID);
    private static final TenantDatabase DATABASE = new TenantDatabase("default", NAMES.login());

    private final PassRig rig = new PassRig();

    @Test
    void aPausedTenantIsLeftAsItIsAndHealedAfterwards() {
        rig.ready(TenantFixtures.smallest());
        rig.annotate(TenantNames.PAUSED, "true");
        rig.cluster.remove(rig.cluster.secret("tenant-acme", "redis"));
        rig.databases.goDown();
        rig.cluster.dieAtWrite(2);

        rig.pass();
        rig.pass();

        assertThat(rig.cluster.writes()).as("the status, once").isEqualTo(1);
        assertThat(rig.cluster.keys()).doesNotContain("Secret/tenant-acme/redis");
        rig.cluster.live();
        rig.databases.comeBack();
        rig.annotate(TenantNames.PAUSED, "false");
        rig.settle();
        assertThat(rig.cluster.keys()).contains("Secret/tenant-acme/redis");
        assertThat(condition(ConditionTypes.PAUSED).getStatus()).isEqualTo("False");
        assertThat(Kstatus.of(rig.tenant())).isEqualTo(Kstatus.CURRENT);
    }

    @Test
    void whatWasFoundOutLastStands() {
        rig.ready(TenantFixtures.full());
        var before = rig.tenant().getStatus();
        Condition ready = condition(ConditionTypes.READY);
        rig.annotate(TenantNames.PAUSED, "true");
        rig.edit(TenantFixtures.smallest());

        rig.pass();

        var status = rig.tenant().getStatus();
        assertThat(status.observedGeneration()).isEqualTo(1L);
        assertThat(status.acceptedSpec()).isEqualTo(before.acceptedSpec());
        assertThat(status.url()).isEqualTo(before.url());
        assertThat(status.phase()).isEqualTo(TenantPhase.READY);
        assertThat(condition(ConditionTypes.READY)).isEqualTo(ready);
        assertThat(condition(ConditionTypes.PAUSED).getObservedGeneration()).isEqualTo(2L);
        assertThat(condition(ConditionTypes.RECONCILING).getReason()).isEqualTo("Paused");
        assertThat(Kstatus.of(rig.tenant())).as("the edit is not there").isEqualTo(Kstatus.IN_PROGRESS);
    }

    @Test
    void aTenantThatComesPausedGetsNothingAndIsNotEvenHeld() {
        var tenant = TenantFixtures.tenant(TenantFixtures.smallest());
        tenant.getMetadata().setFinalizers(new ArrayList<>());
        rig.cluster.put(tenant);
        rig.neverLookedAt();
        rig.annotate(TenantNames.PAUSED, "true");

        rig.pass();
        var first = rig.tenant().getStatus();
        rig.cluster.dieAtWrite(1);
        rig.pass();

        assertThat(rig.tenant().getStatus()).isEqualTo(first);
        assertThat(first.phase()).isEqualTo(TenantPhase.PENDING);
        assertThat(rig.tenant().getMetadata().getFinalizers()).isEmpty();
        assertThat(rig.cluster.keys()).containsExactly("Secret/precinct-system/assertion-signing-key");
        assertThat(Kstatus.of(rig.tenant())).isEqualTo(Kstatus.IN_PROGRESS);
    }

    @Test
    void beginAndEndAreTold() {
        rig.ready(TenantFixtures.smallest());
        assertThat(rig.told(TenantReason.NOT_PAUSED)).isEmpty();

        rig.annotate(TenantNames.PAUSED, "true");
        rig.pass();
        rig.pass();
        rig.annotate("other", "true");
        rig.pass();
        rig.pass();

        assertThat(rig.cluster.events().stream().filter(event -> event.message().startsWith("Paused: ")))
                .extracting(OwnerEvent::reason, OwnerEvent::bad)
                .containsExactly(tuple(TenantReason.PAUSED, false), tuple(TenantReason.NOT_PAUSED, false));
    }

    @Test
    void aDeletionWaitsForTheEndOfThePauseAndSaysSo() {
        rig.ready(deleting());
        rig.annotate(TenantNames.PAUSED, "true");
        rig.pass();
        rig.delete();

        rig.pass();
        rig.pass();

        assertThat(rig.databases.exists(DATABASE)).isTrue();
        assertThat(rig.cluster.keys()).contains("Deployment/tenant-acme/runtime");
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.DELETING);
        assertThat(condition(ConditionTypes.PAUSED).getReason()).isEqualTo("DeletionPaused");
        assertThat(condition(ConditionTypes.STALLED).getStatus()).isEqualTo("True");
        assertThat(rig.told(TenantReason.DELETION_PAUSED))
                .singleElement()
                .asString()
                .contains("precinct.dev/paused");

        rig.annotate(TenantNames.PAUSED, "false");
        rig.settle();
        assertThat(rig.cluster.findTenant("acme")).isEmpty();
        assertThat(rig.databases.exists(DATABASE)).isFalse();
    }

    /** A pause is there to keep things as they are; force is about what can't be reached. */
    @Test
    void forceDoesNotEndAPause() {
        rig.ready(deleting());
        var tenant = rig.tenant();
        tenant.getMetadata().setAnnotations(Map.of(TenantNames.PAUSED, "true", TenantNames.FORCE_DELETE, "true"));
        rig.cluster.put(tenant);
        rig.delete();

        rig.settle();

        assertThat(rig.databases.exists(DATABASE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "True", "", " true", "1", "no"})
    void aValueThatNobodyCanReadHoldsAndIsToldWithWhatWouldBeRight(String value) {
        rig.ready(deleting());
        rig.annotate(TenantNames.PAUSED, value);
        rig.cluster.remove(rig.cluster.secret("tenant-acme", "redis"));

        rig.pass();

        assertThat(rig.cluster.keys()).doesNotContain("Secret/tenant-acme/redis");
        assertThat(condition(ConditionTypes.PAUSED).getReason()).isEqualTo("PauseValueInvalid");
        assertThat(condition(ConditionTypes.PAUSED).getMessage())
                .contains("precinct.dev/paused", "\"true\"", "\"false\"")
                .endsWith("it is: " + value);
        assertThat(Kstatus.of(rig.tenant())).isEqualTo(Kstatus.FAILED);
        assertThat(rig.cluster.events())
                .filteredOn(event -> event.reason() == TenantReason.PAUSE_VALUE_INVALID)
                .singleElement()
                .matches(OwnerEvent::bad);

        rig.annotate(TenantNames.PAUSED, "true");
        rig.pass();
        assertThat(Kstatus.of(rig.tenant())).isEqualTo(Kstatus.CURRENT);
        rig.annotate(TenantNames.PAUSED, "false");
        rig.settle();
        assertThat(rig.cluster.keys()).contains("Secret/tenant-acme/redis");
    }

    /** What a person has to mend does not go away by looking away. */
    @Test
    void whatWasStalledStaysSoDuringAPause() {
        rig.ready(TenantFixtures.smallest());
        rig.problems = List.of(new SpecProblem("spec.timeZone", "no such zone"));
        rig.edit(TenantFixtures.full());
        rig.settle();

        rig.annotate(TenantNames.PAUSED, "true");
        rig.pass();
        assertThat(condition(ConditionTypes.STALLED).getReason()).isEqualTo("SpecInvalid");

        rig.annotate(TenantNames.PAUSED, "maybe");
        rig.pass();
        assertThat(condition(ConditionTypes.STALLED).getReason()).isEqualTo("PauseValueInvalid");
        rig.annotate(TenantNames.PAUSED, "true");
        rig.pass();
        assertThat(condition(ConditionTypes.STALLED).getReason()).isEqualTo("SpecInvalid");
    }

    private Condition condition(String type) {
        return TestTenants.condition(rig.tenant(), type).orElseThrow();
    }

    private static TenantSpec deleting() {
        return TenantFixtures.withDatabase(TenantFixtures.smallest(), new DatabaseSpec(null, OnDelete.DELETE));
    }
}
