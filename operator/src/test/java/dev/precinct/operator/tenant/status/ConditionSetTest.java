package dev.precinct.operator.tenant.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.operator.failure.TenantReason;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionSetTest {
    private static final Instant EARLIER = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");
    private static final String TYPE = ConditionTypes.REDIS_READY;

    @Test
    void theTimeMovesOnlyWithTheStatus() {
        var before = of(List.of(), EARLIER, Finding.bad(TYPE, TenantReason.REDIS_UNREACHABLE, "away"));

        var otherWords = of(before, NOW, Finding.bad(TYPE, TenantReason.REDIS_REFUSED, "refused"));
        var otherStatus = of(before, NOW, Finding.good(TYPE, TenantReason.PROVISIONED, "there"));

        assertThat(time(otherWords)).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(time(otherStatus)).isEqualTo("2026-11-21T11:00:00Z");
    }

    @Test
    void whatAPassDidNotLookAtStaysAsItWas() {
        var before = of(List.of(), EARLIER, Finding.good(TYPE, TenantReason.PROVISIONED, "there"));

        assertThat(ConditionSet.of(before, List.of(), 7, NOW)).isEqualTo(before);
    }

    @Test
    void allAreThereInTheSameOrderAndPendingAtFirst() {
        assertThat(ConditionSet.of(List.of(), List.of(), 1, NOW))
                .hasSize(12)
                .allSatisfy(condition -> assertThat(condition.getReason()).isEqualTo("Pending"))
                .extracting(Condition::getType)
                .isEqualTo(ConditionSet.TYPES);
    }

    @Test
    void aMessageWithoutEndIsCut() {
        var conditions = of(List.of(), NOW, Finding.bad(TYPE, TenantReason.REDIS_REFUSED, "x".repeat(5000)));

        assertThat(ConditionSet.find(conditions, TYPE).orElseThrow().getMessage())
                .hasSize(1000);
    }

    private static List<Condition> of(List<Condition> before, Instant now, Finding finding) {
        return ConditionSet.of(before, List.of(finding), 1, now);
    }

    private static String time(List<Condition> conditions) {
        return ConditionSet.find(conditions, TYPE).orElseThrow().getLastTransitionTime();
    }
}
