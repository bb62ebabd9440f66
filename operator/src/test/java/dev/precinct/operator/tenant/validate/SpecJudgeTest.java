package dev.precinct.operator.tenant.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.operator.failure.SpecProblem;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.testing.TenantFixtures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpecJudgeTest {
    private static final TenantSpec WRONG = TenantFixtures.withUsers(
            TenantFixtures.full(), List.of(new UserSpec("eve", "no-such-role", null, null, null, null)));

    private final SpecJudge judge = new SpecJudge(new CrdRules().then(new TimeZoneRule()));

    @Test
    void aValidSpecIsTakenAndRemembered() {
        var decision = judge.decide(TenantFixtures.tenant(TenantFixtures.full()));

        assertThat(decision.valid()).isTrue();
        assertThat(decision.running()).isEqualTo(new EffectiveSpec(TenantFixtures.full()));
        assertThat(decision.accepted()).contains("\"displayName\":\"Acme Malls\"");
    }

    @Test
    void afterABadEditTheLastValidSpecGoesOn() {
        var accepted =
                judge.decide(TenantFixtures.tenant(TenantFixtures.full())).accepted();

        var decision = judge.decide(withAccepted(TenantFixtures.tenant(WRONG), accepted));

        assertThat(decision.valid()).isFalse();
        assertThat(decision.running()).isEqualTo(new EffectiveSpec(TenantFixtures.full()));
        assertThat(decision.accepted()).isEqualTo(accepted);
        assertThat(decision.problems()).extracting(SpecProblem::field).contains("spec.permissions.users");
    }

    @Test
    void aTenantThatNeverWasValidRunsNothing() {
        var decision = judge.decide(TenantFixtures.tenant(WRONG));

        assertThat(decision.running()).isNull();
        assertThat(decision.accepted()).isNull();
    }

    @Test
    void aTimeZoneThatDoesNotExistIsToldByItsField() {
        var decision = judge.decide(TenantFixtures.tenant(inZone("Mars/Olympus")));

        assertThat(decision.problems()).extracting(SpecProblem::field).containsExactly("spec.timeZone");
    }

    private static TenantSpec inZone(String zone) {
        var spec = TenantFixtures.full();
        return new TenantSpec(
                spec.displayName(),
                zone,
                spec.runMode(),
                spec.scaling(),
                spec.cmx(),
                spec.permissions(),
                spec.redis(),
                spec.database(),
                spec.hosts());
    }

    private static Tenant withAccepted(Tenant tenant, @Nullable String accepted) {
        tenant.setStatus(new TenantStatus(null, null, null, null, null, null, null, null, null, accepted));
        return tenant;
    }
}
