package dev.precinct.runtime.places.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.cmx.CmxHealth;
import dev.precinct.runtime.places.FloorId;
import dev.precinct.runtime.places.PlaceBoard;
import dev.precinct.runtime.places.Zone;
import dev.precinct.runtime.places.cmx.CmxImages;
import dev.precinct.runtime.places.cmx.MapSync;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.health.Metrics;
import dev.precinct.runtime.platform.persistence.TestingConnections;
import dev.precinct.runtime.testing.GivenInstance;
import dev.precinct.runtime.testing.TestingCmx;
import dev.precinct.runtime.testing.TestingCmx.Fault;
import dev.precinct.runtime.testing.TestingMaps;
import dev.precinct.runtime.testing.TestingSettings;
import dev.precinct.runtime.testing.persistence.TestingPostgres;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresPlacesIT {
    private static final FloorId FLOOR_1 = new FloorId(TestingMaps.FLOOR_1);

    private final TestingCmx cmx = TestingCmx.start();
    private RuntimeSettings.Database database;
    private TestingConnections connections;

    @BeforeEach
    void open() {
        database = TestingPostgres.database();
        connections = new TestingConnections(database, new PostgresPlaces(new GivenInstance<>()).entityClasses());
    }

    @AfterEach
    void close() {
        connections.close();
        cmx.close();
    }

    /** The places of one process. */
    private final class Rooms {
        final CmxAccess access = new CmxAccess(TestingSettings.with(cmx.settings()), new Metrics());
        final PostgresPlaces store = new PostgresPlaces(new GivenInstance<>(connections.transactions()));
        final PlaceBoard board = new PlaceBoard(store, new CmxImages(access), Clock.systemUTC());
        final MapSync sync =
                new MapSync(access, new CmxHealth(true, Clock.systemUTC()), store, board, Clock.systemUTC());
    }

    @Test
    void aRestartWithoutCmxStillKnowsThePlaces() {
        var first = new Rooms();
        first.sync.sync();
        cmx.fault(Fault.ERROR);

        var second = new Rooms();
        second.sync.restore();

        var before = first.board.current().orElseThrow();
        var after = second.board.current().orElseThrow();
        assertThat(after.revision()).isEqualTo(before.revision());
        assertThat(after.paths().toString()).isEqualTo(before.paths().toString());
        assertThat(after.floor(FLOOR_1).orElseThrow().zones().stream().map(Zone::id))
                .isEqualTo(before.floor(FLOOR_1).orElseThrow().zones().stream()
                        .map(Zone::id)
                        .toList());
        assertThat(after.floor(FLOOR_1).orElseThrow().json())
                .isEqualTo(before.floor(FLOOR_1).orElseThrow().json());
    }

    @Test
    void aFloorThatIsRenamedWhileItRunsKeepsItsId() {
        var rooms = new Rooms();
        var names = new ArrayList<String>();
        rooms.board.onChange(tree -> names.add(tree.floor(FLOOR_1).orElseThrow().name()));
        rooms.sync.sync();
        rooms.sync.sync();
        cmx.maps(TestingMaps.named("Ground"));
        rooms.sync.sync();

        assertThat(names).containsExactly("Level 1", "Ground");
    }

    @Test
    void anErrorInPlaceOfMapsChangesNothing() {
        var rooms = new Rooms();
        rooms.sync.sync();
        cmx.maps("{\"error\":\"CMX: System error\"}");

        assertThatThrownBy(rooms.sync::sync).isInstanceOf(CmxException.BadAnswer.class);
        assertThat(rooms.board.current().orElseThrow().floor(FLOOR_1)).isPresent();
    }

    @Test
    void manyUsersCostCmxOneImage() throws Exception {
        var rooms = new Rooms();
        rooms.sync.sync();

        try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> look = () -> rooms.board.image(FLOOR_1).isPresent();
            for (var seen : users.invokeAll(
                    IntStream.range(0, 50).mapToObj(user -> look).toList())) {
                assertThat(seen.get()).isTrue();
            }
        }
        cmx.fault(Fault.ERROR);
        assertThat(new Rooms().store.image(TestingCmx.IMAGE)).isPresent();
        assertThat(cmx.requests("/api/config/v1/maps/imagesource/" + TestingCmx.IMAGE))
                .isEqualTo(1);
    }
}
