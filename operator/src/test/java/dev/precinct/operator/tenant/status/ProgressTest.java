package dev.precinct.operator.tenant.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressTest {
    private static final Finding SERVED = Finding.good(ConditionTypes.READY, TenantReason.ALL_READY, "served");
    private static final Finding INVALID =
            Finding.bad(ConditionTypes.SPEC_VALID, TenantReason.SPEC_INVALID, "spec.timeZone: no such zone");
    private static final Finding NO_SECRET =
            Finding.bad(ConditionTypes.CREDENTIALS_READY, TenantReason.SECRET_MISSING, "no Secret acme-cmx");
    private static final TenantException NO_SERVER =
            new TenantException.UserMustAct(TenantReason.DATABASE_SERVER_UNKNOWN, "no server is called x");

    @Test
    void aServedTenantIsUpToDateAndNobodyHasToAct() {
        assertThat(Progress.of(conditions(SERVED), Optional.empty(), false))
                .containsExactly(
                        Finding.bad(ConditionTypes.RECONCILING, TenantReason.UP_TO_DATE, "what was asked for is there"),
                        Finding.bad(ConditionTypes.STALLED, TenantReason.NO_ACTION_NEEDED, "nobody has to act"));
    }

    /** Whatever keeps it from being served, but its owner's wish. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUSPENDED")
    void whatIsNotServedIsOnItsWayForTheReasonThatReadyGives(TenantReason reason) {
        var lacking = Finding.bad(ConditionTypes.READY, reason, "why");

        assertThat(Progress.of(conditions(lacking), Optional.empty(), false))
                .contains(Finding.good(ConditionTypes.RECONCILING, reason, "why"))
                .anyMatch(finding -> finding.type().equals(ConditionTypes.STALLED) && finding.isFalse());
    }

    @Test
    void aSuspendedTenantIsAsItWasAskedToBe() {
        var suspended = Finding.bad(ConditionTypes.READY, TenantReason.SUSPENDED, "on request");

        assertThat(Progress.of(conditions(suspended), Optional.empty(), false))
                .contains(Finding.bad(ConditionTypes.RECONCILING, TenantReason.SUSPENDED, "spec.runMode is Suspended"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PERMISSIONS_WAITING", "PERMISSIONS_REFUSED"})
    void aSeedThatTheRuntimeHasNotTakenIsOnItsWay(TenantReason reason) {
        var seed = Finding.bad(ConditionTypes.PERMISSIONS_APPLIED, reason, "not yet");

        assertThat(Progress.of(conditions(SERVED, seed), Optional.empty(), false))
                .contains(Finding.good(ConditionTypes.RECONCILING, reason, "not yet"));
    }

    /** The tenant is served as it was asked to be; what is amiss there has a condition of its own. */
    @Test
    void neitherCmxNorPlacesThatNoMapHasHoldATenantUp() {
        assertThat(Progress.of(
                        conditions(
                                SERVED,
                                Finding.bad(ConditionTypes.CMX_REACHABLE, TenantReason.CMX_CREDENTIALS_REFUSED, "401"),
                                Finding.bad(ConditionTypes.PERMISSIONS_APPLIED, TenantReason.SEGMENTS_UNRESOLVED, "X")),
                        Optional.empty(),
                        false))
                .allMatch(Finding::isFalse);
    }

    @Test
    void aPersonHasToMendTheSpecASecretAnUnknownServerAndARuntimeThatDoesNotComeUp() {
        assertStalled(Progress.of(conditions(SERVED, INVALID), Optional.empty(), false), TenantReason.SPEC_INVALID);
        assertStalled(Progress.of(conditions(SERVED, NO_SECRET), Optional.empty(), false), TenantReason.SECRET_MISSING);
        assertStalled(Progress.of(conditions(), Optional.of(NO_SERVER), false), TenantReason.DATABASE_SERVER_UNKNOWN);
        assertStalled(Progress.of(conditions(), Optional.empty(), true), TenantReason.RUNTIME_STALLED);
    }

    @Test
    void ofSeveralThingsToMendTheSpecComesFirst() {
        assertStalled(
                Progress.of(conditions(NO_SECRET, INVALID), Optional.of(NO_SERVER), true), TenantReason.SPEC_INVALID);
        assertStalled(
                Progress.of(conditions(NO_SECRET), Optional.of(NO_SERVER), true), TenantReason.DATABASE_SERVER_UNKNOWN);
    }

    @Test
    void ofADeletionOnlyAFailureThatLastsIsForAPerson() {
        var waiting = Finding.bad(ConditionTypes.READY, TenantReason.DRAINING, "the runtime is ending");

        assertThat(Progress.ofDeparture(waiting, Optional.empty()))
                .contains(Finding.good(ConditionTypes.RECONCILING, TenantReason.DRAINING, "the runtime is ending"));
        assertStalled(Progress.ofDeparture(waiting, Optional.of(NO_SERVER)), TenantReason.DATABASE_SERVER_UNKNOWN);
    }

    private static void assertStalled(List<Finding> progress, TenantReason reason) {
        assertThat(progress)
                .anyMatch(finding ->
                        finding.type().equals(ConditionTypes.STALLED) && finding.isTrue() && finding.reason() == reason)
                .anyMatch(finding -> finding.type().equals(ConditionTypes.RECONCILING) && finding.isFalse());
    }

    /** All conditions of a valid spec, with {@code Ready} not looked at yet unless given. */
    private static List<Condition> conditions(Finding... findings) {
        var all = new ArrayList<Finding>();
        all.add(Finding.good(ConditionTypes.SPEC_VALID, TenantReason.SPEC_ACCEPTED, ""));
        all.addAll(Stream.of(findings).toList());
        return ConditionSet.of(List.of(), all, 1, Instant.EPOCH);
    }
}
