package dev.precinct.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.testing.PassRig;
import dev.precinct.operator.testing.TenantFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A runtime that goes for good takes its subscription off its CMX first. */
class LeavingCmxTest {
    private final PassRig rig = new PassRig();

    @Test
    void aRuntimeLeavesItsCmxBeforeItIsDrained() {
        rig.ready(TenantFixtures.full());
        assertThat(rig.asked).isEmpty();
        rig.delete();

        rig.settle();

        assertThat(rig.asked).containsExactly("tenant-acme");
        assertThat(rig.cluster.findTenant("acme")).isEmpty();
        assertThat(rig.told(TenantReason.CMX_SUBSCRIPTION_LEFT)).isEmpty();
    }

    @Test
    void aCmxThatIsAwayHoldsNoDeletionUpAndTheOwnerIsTold() {
        rig.ready(TenantFixtures.full());
        rig.stays = "CMX does not answer";
        rig.delete();

        rig.settle();

        assertThat(rig.cluster.findTenant("acme")).isEmpty();
        assertThat(rig.told(TenantReason.CMX_SUBSCRIPTION_LEFT))
                .singleElement()
                .asString()
                .contains("precinct-acme", "CMX does not answer");
    }

    @Test
    void aTenantWithoutPushesHasNothingToLeave() {
        rig.ready(TenantFixtures.withoutNotifications(TenantFixtures.full()));
        rig.delete();

        rig.settle();

        assertThat(rig.asked).isEmpty();
    }

    @Test
    void anEditThatEndsPushesHasTheRuntimeLeaveFirst() {
        for (var edited : List.of(
                TenantFixtures.withoutCmx(TenantFixtures.full()),
                TenantFixtures.withoutNotifications(TenantFixtures.full()),
                TenantFixtures.suspended(TenantFixtures.full()))) {
            var rig = new PassRig();
            rig.give("acme-cmx", Map.of("username", "u", "password", "p"));
            rig.give("ben-password", Map.of("password", "bens-own"));
            rig.with(TenantFixtures.full()).settle();
            rig.pass();
            rig.stays = "CMX does not answer";

            rig.edit(edited);
            rig.settle();
            rig.pass();

            assertThat(rig.asked).as("%s", edited).containsExactly("tenant-acme");
            assertThat(rig.cluster.events())
                    .extracting(OwnerEvent::reason)
                    .containsOnlyOnce(TenantReason.CMX_SUBSCRIPTION_LEFT);
        }
    }

    @Test
    void anotherEditLeavesTheSubscriptionAlone() {
        rig.ready(TenantFixtures.full());

        rig.edit(TenantFixtures.withUsers(TenantFixtures.full(), List.of()));
        rig.settle();

        assertThat(rig.asked).isEmpty();
    }
}
