package dev.precinct.runtime.location.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.location.gap.FeedLog.Gap;
import dev.precinct.runtime.location.gap.FeedLog.GapReason;
import dev.precinct.runtime.testing.TestingFeedLog;
import dev.precinct.tenancy.runtime.RuntimeReport.CmxState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapKeeperTest {
    private static final Instant START = Instant.parse("2026-05-02T08:00:00Z");

    private final TestingFeedLog log = new TestingFeedLog();

    @Test
    void cmxAwayIsAGapFromWhenItWasLastHeard() {
        var gaps = new GapKeeper(log);
        gaps.heard(START);
        gaps.away(CmxState.UNREACHABLE);

        assertThat(all()).containsExactly(new Gap(START, Optional.empty(), GapReason.CMX_UNREACHABLE));

        gaps.heard(at(10));
        assertThat(all()).containsExactly(new Gap(START, Optional.of(at(10)), GapReason.CMX_UNREACHABLE));
    }

    @Test
    void theTimeTheRuntimeWasOffIsAGap() {
        new GapKeeper(log).heard(START);

        var restarted = new GapKeeper(log);
        restarted.started();
        assertThat(all()).containsExactly(new Gap(START, Optional.empty(), GapReason.RUNTIME_OFF));

        restarted.heard(at(7));
        assertThat(all()).containsExactly(new Gap(START, Optional.of(at(7)), GapReason.RUNTIME_OFF));
    }

    @Test
    void aQuickRestartIsNone() {
        new GapKeeper(log).heard(START);
        var restarted = new GapKeeper(log);
        restarted.started();
        restarted.heard(START.plusSeconds(5));

        assertThat(all()).isEmpty();
    }

    @Test
    void aGapThatWasOpenAtTheEndOfAProcessGoesOn() {
        var first = new GapKeeper(log);
        first.heard(START);
        first.away(CmxState.CREDENTIALS_REFUSED);

        var restarted = new GapKeeper(log);
        restarted.started();
        restarted.heard(at(30));

        assertThat(all()).containsExactly(new Gap(START, Optional.of(at(30)), GapReason.CMX_REFUSED_CREDENTIALS));
    }

    @Test
    void aGapIsWrittenThoughTheDatabaseWasAwayWhenItBegan() {
        var gaps = new GapKeeper(log);
        gaps.heard(START);
        log.away(true);
        gaps.away(CmxState.BAD_ANSWER);
        log.away(false);
        gaps.heard(at(10));

        assertThat(all()).containsExactly(new Gap(START, Optional.of(at(10)), GapReason.CMX_ANSWERED_BADLY));
    }

    private List<Gap> all() {
        return log.gaps(Instant.MIN, Instant.MAX);
    }

    private static Instant at(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
