package dev.precinct.runtime.location.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.precinct.runtime.location.Fix;
import dev.precinct.runtime.location.LinkState;
import dev.precinct.runtime.location.Position;
import dev.precinct.runtime.location.gap.FeedLog.Backfill;
import dev.precinct.runtime.location.gap.FeedLog.Gap;
import dev.precinct.runtime.location.gap.FeedLog.GapReason;
import dev.precinct.runtime.occupancy.Area;
import dev.precinct.runtime.occupancy.SightingCounts.Count;
import dev.precinct.runtime.occupancy.persistence.PostgresSightings;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.ZoneId;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.persistence.TestingConnections;
import dev.precinct.runtime.platform.storage.StorageException;
import dev.precinct.runtime.testing.CmxDevice;
import dev.precinct.runtime.testing.GivenInstance;
import dev.precinct.runtime.testing.persistence.TestingPostgres;
import dev.precinct.runtime.testing.persistence.TestingSql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresPositionsIT {
    private static final Instant NINE = Instant.parse("2026-05-02T09:00:00Z");
    private static final FloorId FLOOR = new FloorId("-9111111111111111128");
    private static final ZoneId HALL = ZoneId.of(FLOOR, "Hall", 0);
    private static final ZoneId DOOR = ZoneId.of(FLOOR, "Door", 0);

    private RuntimeSettings.Database database;
    private TestingConnections connections;
    private PostgresPositions positions;
    private PostgresSightings sightings;

    @BeforeEach
    void open() {
        database = TestingPostgres.database();
        connections = new TestingConnections(database, List.of());
        sightings = new PostgresSightings(connections.transactions(), new GivenInstance<>());
        positions = new PostgresPositions(connections.transactions(), List.of(sightings));
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void aPositionThatIsKnownIsNotDoubled() {
        positions.append(List.of(position(1, NINE), position(1, NINE), position(2, NINE)));
        positions.append(List.of(position(1, NINE), position(1, NINE.plusSeconds(2))));

        assertThat(count("select count(*) from position")).isEqualTo(3);
    }

    @Test
    void everyUtcDayHasItsPartitionAlsoOfThePast() {
        var midnight = Instant.parse("2026-05-03T00:00:00Z");
        positions.append(List.of(position(1, midnight.minusMillis(1)), position(2, midnight)));
        positions.append(List.of(position(3, NINE.minus(Duration.ofDays(20)))));

        assertThat(count("select count(*) from position_20260502")).isEqualTo(1);
        assertThat(count("select count(*) from position_20260503")).isEqualTo(1);
        assertThat(count("select count(*) from position_20260412")).isEqualTo(1);
        // made ahead
        assertThat(count("select count(*) from position_20260505")).isZero();
    }

    @Test
    void aSecondProcessFindsThePartitionsThatAreThere() {
        positions.append(List.of(position(1, NINE)));
        new PostgresPositions(connections.transactions(), List.of(sightings)).append(List.of(position(2, NINE)));

        assertThat(count("select count(*) from position")).isEqualTo(2);
    }

    @Test
    void aDeviceCountsOnceInFiveMinutesAndAssociatedWins() {
        positions.append(List.of(position(1, NINE), position(1, NINE.plusSeconds(60)), position(2, NINE)));
        positions.append(List.of(
                new Position(CmxDevice.mac(1), fix(NINE.plusSeconds(90)), LinkState.PROBING, NINE, List.of()),
                new Position(CmxDevice.mac(3), fix(NINE), LinkState.PROBING, NINE, List.of()),
                new Position(CmxDevice.mac(4), fix(NINE), LinkState.PROBING, NINE, List.of())));
        positions.append(List.of(
                new Position(CmxDevice.mac(4), fix(NINE.plusSeconds(9)), LinkState.ASSOCIATED, NINE, List.of())));

        assertThat(counts(Area.whole(FLOOR))).containsExactly(Map.entry(NINE, new Count(4, 1)));
    }

    @Test
    void aDeviceInTwoZonesCountsOnceInBothTogether() {
        positions.append(List.of(
                new Position(CmxDevice.mac(1), fix(NINE), LinkState.PROBING, NINE, List.of(HALL, DOOR)),
                new Position(CmxDevice.mac(2), fix(NINE), LinkState.ASSOCIATED, NINE, List.of(DOOR)),
                new Position(CmxDevice.mac(3), fix(NINE), LinkState.ASSOCIATED, NINE, List.of())));

        assertThat(counts(new Area(FLOOR, Set.of(HALL)))).containsExactly(Map.entry(NINE, new Count(1, 1)));
        assertThat(counts(new Area(FLOOR, Set.of(HALL, DOOR)))).containsExactly(Map.entry(NINE, new Count(2, 1)));
    }

    @Test
    void aDatabaseThatIsAwayIsTransientAndComesBack() {
        positions.append(List.of(position(1, NINE)));
        TestingPostgres.close(database);
        assertThatThrownBy(() -> positions.append(List.of(position(2, NINE))))
                .isInstanceOf(StorageException.Unavailable.class);

        TestingPostgres.open(database);
        // a connection that was thrown out may be handed out once more
        await().ignoreExceptions().until(() -> {
            positions.append(List.of(position(2, NINE)));
            return true;
        });
        assertThat(count("select count(*) from position")).isEqualTo(2);
    }

    @Test
    void theFeedRemembersGapsAndHowFarTheBackfillCame() {
        var feed = new PostgresFeed(connections.transactions());
        feed.heard(NINE);
        feed.coveredFrom(NINE);
        feed.backfill(new Backfill(NINE.minusSeconds(60), NINE));
        feed.openGap(NINE, GapReason.RUNTIME_OFF);
        feed.openGap(NINE.plusSeconds(9), GapReason.CMX_UNREACHABLE);

        assertThat(feed.coverage().backfill()).contains(new Backfill(NINE.minusSeconds(60), NINE));
        assertThat(feed.gaps(NINE.plusSeconds(50), NINE.plusSeconds(60)))
                .containsExactly(new Gap(NINE, Optional.empty(), GapReason.RUNTIME_OFF));

        feed.closeGap(NINE.plusSeconds(40), true);
        assertThat(feed.gaps(NINE.plusSeconds(50), NINE.plusSeconds(60))).isEmpty();
        assertThat(feed.gaps(NINE, NINE.plusSeconds(60))).hasSize(1);
    }

    private Map<Instant, Count> counts(Area area) {
        return sightings.counts(area, NINE, NINE.plus(Duration.ofMinutes(5)));
    }

    private long count(String sql) {
        return TestingSql.number(database, sql);
    }

    private static Position position(int number, Instant at) {
        return new Position(CmxDevice.mac(number), fix(at), LinkState.ASSOCIATED, at, List.of());
    }

    private static Fix fix(Instant at) {
        return new Fix(FLOOR, 1.5, 2.5, 0, 48, at);
    }
}
