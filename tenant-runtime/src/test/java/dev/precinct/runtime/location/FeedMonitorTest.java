package dev.precinct.runtime.location;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.testing.MutableClock;
import dev.precinct.tenancy.runtime.RuntimeReport.CmxState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedMonitorTest {
    private static final Instant START = Instant.parse("2026-05-02T08:00:00Z");

    private final MutableClock clock = new MutableClock(START);
    private final FeedMonitor feed = new FeedMonitor(clock);

    @Test
    void neverHeardIsNotTheSameAsStale() {
        feed.failed(CmxState.UNREACHABLE);
        feed.failed(CmxState.UNREACHABLE);

        assertThat(feed.state()).isEqualTo(new FeedState.NeverHeard(CmxState.UNREACHABLE));
        assertThat(feed.dataAge()).isEmpty();
    }

    @Test
    void oneFailureMayBeChanceTwoAreNot() {
        feed.heard(Optional.empty());
        clock.advance(Duration.ofSeconds(10));
        feed.failed(CmxState.BAD_ANSWER);
        assertThat(feed.state()).isInstanceOf(FeedState.Fresh.class);
        assertThat(feed.dataAge()).contains(Duration.ZERO);

        feed.failed(CmxState.BAD_ANSWER);
        assertThat(feed.state()).isEqualTo(new FeedState.Stale(START, CmxState.BAD_ANSWER));
        assertThat(feed.dataAge()).contains(Duration.ofSeconds(10));
    }

    @Test
    void refusedCredentialsAreNeverChance() {
        feed.heard(Optional.empty());
        feed.failed(CmxState.CREDENTIALS_REFUSED);

        assertThat(feed.state()).isEqualTo(new FeedState.Stale(START, CmxState.CREDENTIALS_REFUSED));
    }

    @Test
    void listenersHearOnlyOfAnotherKindOfState() {
        var heard = new ArrayList<FeedState>();
        try (var subscription = feed.onChange(heard::add)) {
            feed.heard(Optional.empty());
            feed.heard(Optional.empty());
            feed.failed(CmxState.CREDENTIALS_REFUSED);
            feed.failed(CmxState.CREDENTIALS_REFUSED);
            feed.heard(Optional.empty());
            assertThat(subscription).isNotNull();
        }

        assertThat(heard.stream().map(state -> state.getClass().getSimpleName()))
                .containsExactly("Fresh", "Stale", "Fresh");
    }

    @Test
    void theAppliancesClockMayRunApart() {
        feed.heard(Optional.of(START.minus(Duration.ofHours(5))));
        clock.advance(Duration.ofSeconds(3));

        assertThat(feed.applianceNow())
                .isEqualTo(START.minus(Duration.ofHours(5)).plusSeconds(3));
    }
}
