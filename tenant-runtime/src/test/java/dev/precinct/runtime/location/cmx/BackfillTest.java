package dev.precinct.runtime.location.cmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.location.Position;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.FloorImage;
import dev.precinct.runtime.places.PlaceTree;
import dev.precinct.runtime.places.Places;
import dev.precinct.runtime.platform.health.Metrics;
import dev.precinct.runtime.testing.CmxDevice;
import dev.precinct.runtime.testing.TestingCmx;
import dev.precinct.runtime.testing.TestingFeedLog;
import dev.precinct.runtime.testing.TestingMaps;
import dev.precinct.runtime.testing.TestingSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackfillTest {
    private static final Instant START = Instant.parse("2026-05-02T09:00:00Z");

    private final TestingCmx cmx = TestingCmx.start();
    private final CmxAccess access = new CmxAccess(TestingSettings.with(cmx.settings()), new Metrics());
    private final TestingFeedLog log = new TestingFeedLog();
    private final List<Position> kept = new ArrayList<>();

    @AfterEach
    void close() {
        cmx.close();
    }

    @Test
    void nothingIsAskedBeforeCmxWasHeard() {
        assertThat(backfill().step()).isInstanceOf(Backfill.Step.NotYet.class);
        assertThat(cmx.requests()).isZero();
    }

    @Test
    void theDayBeforeTheStartIsFilledInOnce() {
        cmx.history(every(Duration.ofMinutes(10), 143));
        log.coveredFrom(START);

        run(backfill());

        assertThat(kept).hasSize(143);
        assertThat(log.coverage().from()).contains(START.minus(Duration.ofHours(24)));
        long asked = cmx.requests();
        assertThat(backfill().step()).isInstanceOf(Backfill.Step.Done.class);
        assertThat(cmx.requests()).isEqualTo(asked);
    }

    @Test
    void anAnswerThatWasCutAtAThousandGoesOnWhereItEnded() {
        var devices = IntStream.range(0, 2_500)
                .mapToObj(number -> CmxDevice.number(number, START.minusMillis(1 + number * 100L)))
                .toList();
        cmx.history(devices);
        log.coveredFrom(START);

        run(backfill());

        assertThat(kept.stream().map(Position::mac).collect(Collectors.toSet())).hasSize(2_500);
    }

    @Test
    void aRestartGoesOnWhereTheFirstProcessCameTo() {
        cmx.history(every(Duration.ofMinutes(10), 143));
        log.coveredFrom(START);
        var first = backfill();
        for (int steps = 0; steps < 100; steps++) {
            first.step();
        }
        long asked = cmx.requests();

        run(backfill());

        assertThat(kept).hasSize(143);
        assertThat(cmx.requests() - asked).isLessThan(200);
    }

    @Test
    void zonesAreTakenFromThePolygonsNotFromText() {
        cmx.history(List.of(CmxDevice.number(1, START.minusSeconds(5)).at(TestingMaps.FLOOR_1, 55, 10)));
        log.coveredFrom(START);

        backfill().step();

        assertThat(kept.getFirst().zones()).hasSize(1);
    }

    @Test
    void manyUsersWithOneQuestionCostCmxOneRequest() throws Exception {
        cmx.history(every(Duration.ofMinutes(1), 5));
        var history = new CmxHistory(access);

        try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> ask = () ->
                    history.ofDevice(CmxDevice.mac(1), LocalDate.of(2026, 5, 2)).size();
            for (var answer :
                    users.invokeAll(IntStream.range(0, 50).mapToObj(user -> ask).toList())) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }

        assertThat(cmx.requests()).isEqualTo(1);
    }

    private static void run(Backfill backfill) {
        var step = backfill.step();
        for (int steps = 0; step instanceof Backfill.Step.Filled && steps < 1_000; steps++) {
            step = backfill.step();
        }
        assertThat(step).isInstanceOf(Backfill.Step.Done.class);
    }

    private static List<CmxDevice> every(Duration apart, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> CmxDevice.number(number, START.minus(apart.multipliedBy(number))))
                .toList();
    }

    private Backfill backfill() {
        return new Backfill(access, log, kept::addAll, new KnownPlaces(), Clock.systemUTC());
    }

    private static final class KnownPlaces implements Places {
        private final PlaceTree tree;

        KnownPlaces() {
            try {
                tree = dev.precinct.runtime.places.cmx.MapJson.tree(
                        new com.fasterxml.jackson.databind.ObjectMapper().readTree(TestingMaps.two()),
                        1,
                        Instant.EPOCH);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<PlaceTree> current() {
            return Optional.of(tree);
        }

        @Override
        public void onChange(Consumer<PlaceTree> listener) {
            listener.accept(tree);
        }

        @Override
        public Optional<FloorImage> image(FloorId floor) {
            return Optional.empty();
        }
    }
}
