package dev.precinct.gateway.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.gateway.tenants.RunPlan;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.gateway.testing.TestingMarks;
import dev.precinct.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DemandTest {
    private static final Duration IDLE = Duration.ofSeconds(40);
    private static final Duration GAP = Duration.ofSeconds(10);

    private final TestingMarks marks = new TestingMarks();
    private long nowNanos = Long.MAX_VALUE - 5;
    private final Demand demand = new Demand(marks, () -> nowNanos, Runnable::run);

    private static TenantSite tenant(RunPlan plan) {
        return new TenantSite(new TenantId("a".repeat(32)), "acme", "Acme", Instant.EPOCH, List.of(), plan);
    }

    private static TenantSite sleeper() {
        return tenant(new RunPlan(false, IDLE));
    }

    private void passes(Duration time) {
        nowNanos += time.toNanos();
    }

    @Test
    void theFirstUseIsToldAndThenOneInEachQuarterOfTheIdleTime() {
        demand.used(sleeper());
        demand.used(sleeper());
        passes(GAP.minusMillis(1));
        demand.used(sleeper());
        assertThat(marks.made()).hasSize(1);
        passes(Duration.ofMillis(1));
        demand.used(sleeper());
        assertThat(marks.made()).hasSize(2);
    }

    @Test
    void whoNeverSleepsOrIsSuspendedMakesNoMarks() {
        demand.used(tenant(RunPlan.ALWAYS));
        demand.awaited(tenant(RunPlan.ALWAYS));
        demand.used(tenant(new RunPlan(true, IDLE)));
        demand.awaited(tenant(new RunPlan(true, IDLE)));
        assertThat(marks.made()).isEmpty();
    }

    @Test
    void aMarkThatFailedIsMadeByTheNextUseAfterASecond() {
        marks.goAway();
        demand.used(sleeper());
        marks.comeBack();
        demand.used(sleeper());
        assertThat(marks.made()).isEmpty();
        passes(Duration.ofSeconds(1));
        demand.used(sleeper());
        assertThat(marks.made()).hasSize(1);
    }

    /** It may have fallen asleep after the mark of just before. */
    @Test
    void whoWaitsIsToldAnewAfterASecondAtMost() {
        demand.used(sleeper());
        demand.awaited(sleeper());
        assertThat(marks.made()).hasSize(1);
        passes(Duration.ofSeconds(1));
        demand.awaited(sleeper());
        assertThat(marks.made()).hasSize(2);
    }

    @Property(tries = 200)
    void noTenantInUseIsEverUntoldForLongerThanAQuarterAndNoneIsToldMoreOften(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 20_000) Integer> pausesMillis) {
        var told = new TestingMarks();
        long[] now = {0};
        var own = new Demand(told, () -> now[0], Runnable::run);
        long lastTold = Long.MIN_VALUE / 2;
        for (int pause : pausesMillis) {
            now[0] += Duration.ofMillis(pause).toNanos();
            int before = told.made().size();
            own.used(sleeper());
            boolean due = now[0] - lastTold >= GAP.toNanos();
            assertThat(told.made().size() - before).isEqualTo(due ? 1 : 0);
            lastTold = due ? now[0] : lastTold;
        }
    }
}
