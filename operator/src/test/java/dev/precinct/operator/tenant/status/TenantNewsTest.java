package dev.precinct.operator.tenant.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.failure.TenantReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantNewsTest {
    private static final Finding AWAY =
            Finding.bad(ConditionTypes.REDIS_READY, TenantReason.REDIS_UNREACHABLE, "Redis does not answer");
    private static final Finding BACK =
            Finding.good(ConditionTypes.REDIS_READY, TenantReason.PROVISIONED, "the Redis user is there");

    @Test
    void aConditionThatTurnsIsNewsOnce() {
        assertThat(TenantNews.between(status(BACK), status(AWAY)))
                .containsExactly(OwnerEvent.bad(TenantReason.REDIS_UNREACHABLE, "RedisReady: Redis does not answer"));
        assertThat(TenantNews.between(status(AWAY), status(AWAY))).isEmpty();
        assertThat(TenantNews.between(status(AWAY), status(BACK)))
                .containsExactly(OwnerEvent.good(TenantReason.PROVISIONED, "RedisReady: the Redis user is there"));
    }

    @Test
    void waitingIsNoNews() {
        var starting =
                Finding.bad(ConditionTypes.RUNTIME_READY, TenantReason.RUNTIME_STARTING, "the runtime is starting");

        assertThat(TenantNews.between(null, status(starting))).isEmpty();
    }

    /** What they say is told of the condition that they have it from. */
    @Test
    void summariesAreNoNews() {
        var stalled = Finding.good(ConditionTypes.STALLED, TenantReason.SPEC_INVALID, "spec.timeZone: no such zone");
        var reconciling = Finding.good(ConditionTypes.RECONCILING, TenantReason.REDIS_UNREACHABLE, "away");

        assertThat(TenantNews.between(null, status(stalled))).isEmpty();
        assertThat(TenantNews.between(null, status(reconciling))).isEmpty();
        assertThat(TenantNews.between(status(reconciling), status(stalled))).isEmpty();
    }

    private static TenantStatus status(Finding finding) {
        var conditions = ConditionSet.of(List.of(), List.of(finding), 1, Instant.EPOCH);
        return new TenantStatus(1L, null, null, null, null, null, null, null, conditions, null);
    }
}
