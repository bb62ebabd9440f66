package dev.precinct.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.crd.tenant.v1alpha1.ScalingSpec;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.resources.PermissionResources;
import dev.precinct.operator.testing.PassRig;
import dev.precinct.operator.testing.TenantFixtures;
import dev.precinct.operator.testing.TestingClusterObjects;
import dev.precinct.tenancy.runtime.RuntimeReport;
import dev.precinct.tenancy.runtime.RuntimeReport.SeedReport;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole passes over a tenant that may sleep after a minute without use. */
class SleepTest {
    private static final String NAMESPACE = "tenant-acme";
    private static final Duration ALMOST = Duration.ofSeconds(59);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final PassRig rig = new PassRig();

    private void awake(TenantSpec spec) {
        rig.report = seedOf(spec);
        rig.ready(spec);
        assertThat(state()).isEqualTo(RuntimeState.AWAKE);
    }

    private void asleep() {
        awake(TenantFixtures.sleeping(TenantFixtures.smallest()));
        fallAsleep();
    }

    private void fallAsleep() {
        rig.passes(IDLE);
        rig.pass();
        rig.report = null;
        assertThat(replicas()).isZero();
        assertThat(state()).isEqualTo(RuntimeState.ASLEEP);
    }

    private static RuntimeReport seedOf(TenantSpec spec) {
        var seed = new SeedReport(PermissionResources.sha256(spec.permissions()), List.of(), List.of(), null);
        return new RuntimeReport(seed, null);
    }

    private @Nullable RuntimeState state() {
        return rig.tenant().getStatus().runtime();
    }

    private int replicas() {
        return rig.cluster.replicas(NAMESPACE);
    }

    private Condition condition(String type) {
        return Objects.requireNonNull(rig.tenant().getStatus().conditions()).stream()
                .filter(found -> found.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTenantThatNobodyUsesFallsAsleepAndIsReadyAllTheSame() {
        asleep();

        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.READY);
        assertThat(condition(ConditionTypes.READY).getStatus()).isEqualTo("True");
        assertThat(condition(ConditionTypes.RUNTIME_READY).getReason()).isEqualTo("Asleep");
        assertThat(condition(ConditionTypes.RECONCILING).getStatus()).isEqualTo("False");
        assertThat(condition(ConditionTypes.PERMISSIONS_APPLIED).getStatus()).isEqualTo("True");
        assertThat(rig.told(TenantReason.FELL_ASLEEP)).hasSize(1);
    }

    @Test
    void nothingIsWrittenWhileItSleeps() {
        asleep();
        int before = rig.cluster.writes();
        for (int number = 0; number < 5; number++) {
            rig.passes(Duration.ofMinutes(5));
            assertThat(rig.pass())
                    .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(StepOutcome.Settled.class));
        }
        assertThat(rig.cluster.writes()).isEqualTo(before);
    }

    @Test
    void useKeepsItAwake() {
        awake(TenantFixtures.sleeping(TenantFixtures.smallest()));
        for (int number = 0; number < 5; number++) {
            rig.passes(ALMOST);
            rig.demands.saw("acme", "use " + number);
            rig.pass();
            assertThat(replicas()).isEqualTo(1);
        }
        rig.demands.saw("acme", "use 4");
        rig.passes(IDLE);
        rig.pass();
        assertThat(replicas()).as("the same demand, heard again, is no use").isZero();
    }

    @Test
    void withoutBeingAskedForItNoTenantSleeps() {
        for (ScalingSpec scaling : new ScalingSpec[] {null, new ScalingSpec(1, "1m"), new ScalingSpec(null, "1m")}) {
            var each = new SleepTest();
            each.awake(TenantFixtures.scaled(TenantFixtures.smallest(), scaling));
            each.rig.passes(Duration.ofDays(30));
            each.rig.pass();
            assertThat(each.replicas()).isEqualTo(1);
        }
    }

    @Test
    void demandWakesItAndSaysSo() {
        asleep();
        rig.cluster.nodeGoesDown();
        rig.demands.saw("acme", "somebody");
        rig.pass();

        assertThat(replicas()).isEqualTo(1);
        assertThat(state()).isEqualTo(RuntimeState.WAKING);
        assertThat(condition(ConditionTypes.READY).getStatus()).isEqualTo("True");
        assertThat(condition(ConditionTypes.RUNTIME_READY).getReason()).isEqualTo("Waking");
        assertThat(rig.told(TenantReason.WOKE)).hasSize(1);

        rig.cluster.nodeComesBack();
        rig.report = seedOf(TenantFixtures.smallest());
        rig.pass();
        assertThat(state()).isEqualTo(RuntimeState.AWAKE);
        assertThat(condition(ConditionTypes.RUNTIME_READY).getReason()).isEqualTo("RuntimeAvailable");
        rig.passes(ALMOST);
        rig.pass();
        assertThat(replicas()).as("a whole idle time after it woke").isEqualTo(1);
        rig.passes(IDLE);
        rig.pass();
        assertThat(replicas()).isZero();
        rig.pass();
        assertThat(replicas()).as("the demand of before is answered").isZero();
    }

    @Test
    void aWakeThatTakesTooLongIsAFailure() {
        asleep();
        rig.cluster.nodeGoesDown();
        rig.demands.saw("acme", "somebody");
        rig.pass();
        rig.pass();
        rig.passes(Duration.ofSeconds(100));
        rig.pass();

        assertThat(condition(ConditionTypes.READY).getStatus()).isEqualTo("False");
        assertThat(condition(ConditionTypes.RUNTIME_READY).getReason()).isEqualTo("RuntimeUnavailable");
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.DEGRADED);
    }

    @Test
    void demandWhileItDrainsWakesItAtOnce() {
        awake(TenantFixtures.sleeping(TenantFixtures.smallest()));
        rig.demands.saw("acme", "first");
        rig.passes(IDLE);
        rig.cluster.nodeGoesDown();
        rig.pass();
        assertThat(replicas()).isZero();

        rig.demands.saw("acme", "second");
        rig.pass();
        assertThat(replicas()).isEqualTo(1);
    }

    @Test
    void afterARestartOfTheOperatorASleeperSleepsAndOneThatIsAwakeHasAWholeIdleTime() {
        asleep();
        rig.forgetDemands();
        rig.pass();
        assertThat(replicas()).isZero();

        var other = new SleepTest();
        other.awake(TenantFixtures.sleeping(TenantFixtures.smallest()));
        other.rig.passes(ALMOST);
        other.rig.forgetDemands();
        other.rig.pass();
        other.rig.passes(ALMOST);
        other.rig.pass();
        assertThat(other.replicas()).isEqualTo(1);
    }

    @Test
    void demandThatCameWhileNoOperatorRanIsNotLost() {
        awake(TenantFixtures.sleeping(TenantFixtures.smallest()));
        rig.demands.saw("acme", "first");
        fallAsleep();
        rig.forgetDemands();
        rig.demands.saw("acme", "first");
        rig.pass();
        assertThat(replicas()).as("heard of again by the new operator").isZero();

        rig.demands.saw("acme", "second");
        rig.pass();
        assertThat(replicas()).isEqualTo(1);
    }

    @Test
    void editsChangeWhatSleepsWithoutWakingIt() {
        awake(TenantFixtures.sleeping(TenantFixtures.full()));
        fallAsleep();
        int before = rig.cluster.writes();

        rig.edit(TenantFixtures.sleeping(TenantFixtures.withoutNotifications(TenantFixtures.full())));
        rig.pass();
        rig.give("acme-cmx", Map.of("username", "u", "password", "another"));
        rig.pass();

        assertThat(rig.cluster.writes()).isGreaterThan(before);
        assertThat(replicas()).isZero();
        assertThat(state()).isEqualTo(RuntimeState.ASLEEP);
        assertThat(condition(ConditionTypes.READY).getObservedGeneration()).isEqualTo(2L);
    }

    /** Who was added could not log in before the runtime published him, and so could never wake it. */
    @Test
    void aChangedSeedWakesIt() {
        asleep();
        rig.cluster.nodeGoesDown();
        var edited = TenantFixtures.sleeping(TenantFixtures.withUsers(
                TenantFixtures.smallest(), List.of(new UserSpec("eva", "staff", null, List.of("Mall"), null, null))));
        rig.edit(edited);
        rig.pass();

        assertThat(replicas()).isEqualTo(1);
        assertThat(condition(ConditionTypes.PERMISSIONS_APPLIED).getReason()).isEqualTo("PermissionsWaiting");
        assertThat(condition(ConditionTypes.RECONCILING).getStatus()).isEqualTo("True");

        rig.cluster.nodeComesBack();
        rig.report = seedOf(edited);
        rig.pass();
        assertThat(condition(ConditionTypes.PERMISSIONS_APPLIED).getStatus()).isEqualTo("True");
    }

    /** What the runtime had published is gone with them, and nobody could log in. */
    @Test
    void aRedisThatLostItsUsersWakesIt() {
        asleep();
        rig.caches.forgetUsers();
        rig.pass();
        assertThat(replicas()).isEqualTo(1);
    }

    /** However long it took to start, and whenever that was last looked at. */
    @Test
    void theIdleTimeBeginsWhenItCanBeUsed() {
        var spec = TenantFixtures.sleeping(TenantFixtures.smallest());
        rig.cluster.nodeGoesDown();
        rig.with(spec).settle();
        rig.passes(Duration.ofDays(1));
        rig.cluster.nodeComesBack();
        rig.report = seedOf(spec);
        rig.pass();
        rig.passes(ALMOST);
        rig.pass();
        assertThat(replicas()).isEqualTo(1);
        assertThat(state()).isEqualTo(RuntimeState.AWAKE);
    }

    @Test
    void aSeedThatTheRuntimeHasNotTakenKeepsItAwake() {
        awake(TenantFixtures.sleeping(TenantFixtures.smallest()));
        rig.report = null;
        rig.passes(Duration.ofDays(1));
        rig.pass();
        assertThat(replicas()).isEqualTo(1);
    }

    @Test
    void suspensionBeatsDemandAndItsEndStartsTheRuntime() {
        asleep();
        rig.edit(TenantFixtures.suspended(TenantFixtures.sleeping(TenantFixtures.smallest())));
        rig.demands.saw("acme", "somebody");
        rig.pass();
        assertThat(replicas()).isZero();
        assertThat(state()).isNull();
        assertThat(rig.tenant().getStatus().phase()).isEqualTo(TenantPhase.SUSPENDED);

        rig.edit(TenantFixtures.sleeping(TenantFixtures.smallest()));
        rig.pass();
        assertThat(replicas()).isEqualTo(1);
    }

    @Test
    void whoMayNoLongerSleepIsWoken() {
        asleep();
        rig.edit(TenantFixtures.smallest());
        rig.pass();
        assertThat(replicas()).isEqualTo(1);
    }

    @Test
    void aRuntimeThatSomebodyScaledToNothingIsPutBack() {
        awake(TenantFixtures.sleeping(TenantFixtures.smallest()));
        rig.cluster.scale(NAMESPACE, 0);
        rig.pass();
        assertThat(replicas()).isEqualTo(1);
    }

    /** The first operator that knew no sleep applied the replicas. */
    @Test
    void aSuspendedTenantOfAnEarlierVersionDoesNotStartAtTheUpgrade() {
        rig.with(TenantFixtures.suspended(TenantFixtures.smallest()));
        rig.settle();
        rig.pass();
        assertThat(replicas()).isZero();

        rig.edit(TenantFixtures.suspended(TenantFixtures.withUsers(TenantFixtures.full(), List.of())));
        rig.give("acme-cmx", Map.of("username", "u", "password", "p"));
        rig.pass();
        assertThat(replicas()).isZero();
    }

    @Test
    void anOperatorThatDiesAnywhereOnTheWayToSleepOrBackIsMadeUpForByTheNext() {
        for (int write = 1; write <= 2; write++) {
            var each = new SleepTest();
            each.awake(TenantFixtures.sleeping(TenantFixtures.smallest()));
            each.rig.passes(IDLE);
            each.dyingAt(write);
            each.rig.report = each.replicas() == 0 ? null : each.rig.report;
            each.rig.forgetDemands();
            each.rig.pass();
            assertThat(each.condition(ConditionTypes.READY).getStatus()).isEqualTo("True");

            var waking = new SleepTest();
            waking.asleep();
            waking.rig.demands.saw("acme", "somebody");
            waking.dyingAt(write);
            waking.rig.forgetDemands();
            waking.rig.demands.saw("acme", "somebody");
            waking.rig.pass();
            assertThat(waking.replicas()).isEqualTo(1);
        }
    }

    private void dyingAt(int write) {
        rig.cluster.dieAtWrite(write);
        var death = catchThrowable(rig::pass);
        assertThat(death == null || death instanceof TestingClusterObjects.Death)
                .isTrue();
        rig.cluster.live();
    }
}
