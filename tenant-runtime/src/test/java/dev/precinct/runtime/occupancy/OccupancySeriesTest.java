package dev.precinct.runtime.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.runtime.location.FeedMonitor;
import dev.precinct.runtime.location.LiveIndex;
import dev.precinct.runtime.location.gap.FeedLog.Gap;
import dev.precinct.runtime.location.gap.FeedLog.GapReason;
import dev.precinct.runtime.occupancy.Occupancy.Point;
import dev.precinct.runtime.occupancy.SightingCounts.Count;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.testing.MutableClock;
import dev.precinct.runtime.testing.NoPlaces;
import dev.precinct.runtime.testing.TestingFeedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OccupancySeriesTest {
    private static final Instant NINE = Instant.parse("2026-05-02T09:00:00Z");
    private static final Area HALL = Area.whole(new FloorId("1"));
    private static final Duration FIVE = Duration.ofMinutes(5);

    private final TestingFeedLog log = new TestingFeedLog();
    private final Map<Instant, Count> counted = new HashMap<>();
    private final AtomicInteger queries = new AtomicInteger();
    private final SightingCache cache = new SightingCache((area, from, to) -> {
        queries.incrementAndGet();
        return Map.copyOf(counted);
    });
    private final OccupancySeries series =
            new OccupancySeries(cache, log, new FeedMonitor(new MutableClock(NINE)), new LiveIndex(), new NoPlaces());

    @Test
    void nobodyIsZeroWhereTheFeedWasUp() {
        log.coveredFrom(at(-60));

        assertThat(points(-10, 0)).containsExactly(known(-10, 0), known(-5, 0));
    }

    @Test
    void aGapIsNeverZero() {
        log.coveredFrom(at(-60));
        log.addGap(new Gap(at(-10), Optional.of(at(-5)), GapReason.CMX_UNREACHABLE));

        assertThat(points(-15, 0)).containsExactly(known(-15, 0), unknown(-10), known(-5, 0));
    }

    @Test
    void anOpenGapReachesToNow() {
        log.coveredFrom(at(-60));
        log.openGap(at(-10), GapReason.CMX_UNREACHABLE);

        assertThat(points(-10, 0)).containsExactly(unknown(-10), unknown(-5));
    }

    @Test
    void whatWasCountedInAPartOfAGapIsALowerBound() {
        log.coveredFrom(at(-60));
        log.addGap(new Gap(at(-8), Optional.of(at(-6)), GapReason.CMX_UNREACHABLE));
        counted.put(at(-10), new Count(7, 2));

        assertThat(points(-10, -5)).containsExactly(new Point(at(-10), OptionalInt.of(7), OptionalInt.of(2), true));
    }

    @Test
    void nothingIsKnownBeforeTheFeedBegan() {
        assertThat(points(-5, 0)).containsExactly(unknown(-5));

        log.coveredFrom(at(-5));
        assertThat(points(-10, 0)).containsExactly(unknown(-10), known(-5, 0));
    }

    @Test
    void aLongerStepShowsItsLargestFiveMinutes() {
        log.coveredFrom(at(-120));
        counted.put(at(-60), new Count(3, 1));
        counted.put(at(-30), new Count(9, 4));

        assertThat(series.series(HALL, at(-60), NINE, Duration.ofHours(1)))
                .containsExactly(new Point(at(-60), OptionalInt.of(9), OptionalInt.of(4), false));
    }

    @Test
    void theFutureHasNoPoints() {
        log.coveredFrom(at(-60));

        assertThat(points(-5, 60)).hasSize(1);
        assertThat(points(5, 60)).isEmpty();
    }

    @Test
    void whatIsCountedOnceIsNotCountedAgainUntilSomethingIsWritten() {
        log.coveredFrom(at(-60));
        points(-60, 0);
        points(-60, 0);
        assertThat(queries).hasValue(1);

        counted.put(at(-30), new Count(4, 0));
        cache.written(HALL.floor(), at(-30));
        assertThat(points(-30, -25)).containsExactly(new Point(at(-30), OptionalInt.of(4), OptionalInt.of(0), false));
    }

    @Test
    void aStepThatIsNotMadeOfFiveMinutesIsRefused() {
        assertThatThrownBy(() -> series.series(HALL, at(-60), NINE, Duration.ofMinutes(7)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Point> points(int from, int to) {
        return series.series(HALL, at(from), at(to), FIVE);
    }

    private static Point known(int minutes, int devices) {
        return new Point(at(minutes), OptionalInt.of(devices), OptionalInt.of(0), false);
    }

    private static Point unknown(int minutes) {
        return new Point(at(minutes), OptionalInt.empty(), OptionalInt.empty(), true);
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
