package dev.precinct.runtime.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class OccupancyPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-05-02T09:03:20Z");
    private static final Area HALL = Area.whole(new FloorId("1"));
    private static final int MINUTES_OF_HISTORY = 240;

    @Property
    void everyTimeIsInExactlyOneBucket(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 4_000_000_000_000L) long ms) {
        var time = Instant.ofEpochMilli(ms);
        var start = Buckets.startOf(time);
        assertThat(time).isAfterOrEqualTo(start).isBefore(start.plus(Occupancy.BUCKET));
        assertThat(Buckets.startOf(start)).isEqualTo(start);
        assertThat(Buckets.startOf(start.plus(Occupancy.BUCKET))).isEqualTo(start.plus(Occupancy.BUCKET));
        assertThat(Buckets.startOf(start.minusNanos(1))).isEqualTo(start.minus(Occupancy.BUCKET));
    }

    /** Devices by how many five minutes ago they were counted. */
    @Provide
    Arbitrary<Map<Instant, Count>> counts() {
        var count = Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 30))
                .as((devices, probing) -> new Count(devices, Math.min(devices, probing)));
        return Arbitraries.maps(
                        Arbitraries.integers()
                                .between(0, MINUTES_OF_HISTORY / 5)
                                .map(ago -> Buckets.startOf(NOW.minus(Duration.ofMinutes(5L * ago)))),
                        count)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Gap>> gaps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MINUTES_OF_HISTORY * 60),
                        Arbitraries.integers().between(1, 1_800))
                .as((ago, seconds) -> new Gap(
                        NOW.minusSeconds(ago),
                        Optional.of(NOW.minusSeconds(ago).plusSeconds(seconds)),
                        GapReason.CMX_UNREACHABLE))
                .list()
                .ofMaxSize(4);
    }

    @Property(tries = 150)
    void pointsFollowEachOtherWithoutHoleOrOverlapFromTheFirstStepToTheEnd(
            @ForAll @IntRange(min = 1, max = MINUTES_OF_HISTORY * 60) int fromSecondsAgo,
            @ForAll @IntRange(min = -600, max = MINUTES_OF_HISTORY * 60) int toSecondsAgo,
            @ForAll @IntRange(min = 1, max = 13) int buckets) {
        var step = Occupancy.BUCKET.multipliedBy(buckets);
        var from = NOW.minusSeconds(fromSecondsAgo);
        var to = NOW.minusSeconds(toSecondsAgo);
        var end = to.isBefore(NOW) ? to : NOW;

        var points = series(Map.of(), List.of()).series(HALL, from, to, step);

        var first = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), step.toSeconds()) * step.toSeconds());
        if (!first.isBefore(end)) {
            assertThat(points).isEmpty();
            return;
        }
        assertThat(points)
                .extracting(Point::at)
                .isEqualTo(IntStream.range(0, points.size())
                        .mapToObj(i -> first.plus(step.multipliedBy(i)))
                        .toList());
        assertThat(points.getLast().at()).isBefore(end);
        assertThat(points.getLast().at().plus(step)).isAfterOrEqualTo(end);
    }

    @Property(tries = 150)
    void aLongerStepIsTheLargestOfItsFiveMinutesAndHidesNoGap(
            @ForAll("counts") Map<Instant, Count> counts,
            @ForAll("gaps") List<Gap> gaps,
            @ForAll @IntRange(min = 2, max = 12) int buckets) {
        var series = series(counts, gaps);
        var from = NOW.minus(Duration.ofMinutes(MINUTES_OF_HISTORY - 60));
        var step = Occupancy.BUCKET.multipliedBy(buckets);

        for (Point point : series.series(HALL, from, NOW, step)) {
            var parts = series.series(HALL, point.at(), earlier(point.at().plus(step), NOW), Occupancy.BUCKET);
            assertThat(point.devices()).isEqualTo(largest(parts));
            assertThat(point.gap()).isEqualTo(parts.stream().anyMatch(Point::gap));
        }
    }

    @Property(tries = 150)
    void nothingCountedIsLostAndNothingIsMadeUp(
            @ForAll("counts") Map<Instant, Count> counts, @ForAll("gaps") List<Gap> gaps) {
        var from = NOW.minus(Duration.ofMinutes(MINUTES_OF_HISTORY + 5));
        var shown = new HashMap<Instant, Count>();
        for (Point point : series(counts, gaps).series(HALL, from, NOW, Occupancy.BUCKET)) {
            if (point.devices().orElse(0) > 0) {
                shown.put(
                        point.at(),
                        new Count(point.devices().getAsInt(), point.probing().getAsInt()));
            }
            assertThat(point.devices().isPresent() || point.gap())
                    .as(point.toString())
                    .isTrue();
        }
        assertThat(shown).isEqualTo(counts);
    }

    private static OccupancySeries series(Map<Instant, Count> counts, List<Gap> gaps) {
        var log = new TestingFeedLog();
        log.coveredFrom(NOW.minus(Duration.ofMinutes(MINUTES_OF_HISTORY)));
        gaps.forEach(log::addGap);
        return new OccupancySeries(
                new SightingCache((area, from, to) -> counts),
                log,
                new FeedMonitor(new MutableClock(NOW)),
                new LiveIndex(),
                new NoPlaces());
    }

    private static OptionalInt largest(List<Point> parts) {
        return parts.stream().flatMapToInt(point -> point.devices().stream()).max();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
