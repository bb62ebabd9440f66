package dev.precinct.runtime.location.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.precinct.runtime.location.DeviceUpdate;
import dev.precinct.runtime.location.DeviceUpdate.Source;
import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.location.LiveIndex;
import dev.precinct.runtime.location.cmx.ClientJson;
import dev.precinct.runtime.location.persistence.RedisLiveStore;
import dev.precinct.runtime.platform.persistence.TestingConnections;
import dev.precinct.runtime.platform.storage.StorageException;
import dev.precinct.runtime.testing.CmxDevice;
import dev.precinct.runtime.testing.MutableClock;
import dev.precinct.runtime.testing.TestingRedis;
import dev.precinct.runtime.testing.TestingRedis.Version;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.TenantKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

class LiveCopyIT {
    private static final TenantKeys KEYS = new TenantKeys(new TenantId("0123456789abcdef0123456789abcdef"));

    private final TestingRedis server = TestingRedis.start(Version.SEVEN, KEYS);
    private final RedissonClient redis = TestingConnections.redis(server.settings(), KEYS);
    private final MutableClock clock = new MutableClock(Instant.now());
    private final RedisLiveStore store = new RedisLiveStore(redis, server.settings(), clock);
    private final LiveIndex live = new LiveIndex();
    private final LiveCopy copy = new LiveCopy(live, store, clock);

    @AfterEach
    void stop() {
        redis.shutdown();
        server.close();
    }

    @Test
    void whatWasPushedIsThereAtOnceAndWhatWasPolledAfterItsRest() {
        told(Source.POLL, 0, 10);
        told(Source.PUSH, 10, 11);
        copy.write(List.of());
        assertThat(kept()).containsExactly(CmxDevice.mac(10));

        clock.advance(LiveCopy.REST.minusMillis(1));
        assertThat(copy.isDue()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(copy.isDue()).isTrue();
        copy.write(List.of());
        assertThat(kept()).hasSize(11);
        assertThat(copy.isDue()).isFalse();
    }

    @Test
    void aDeviceThatIsToldAgainAndAgainDoesNotRestForEver() {
        told(Source.POLL, 0, 1);
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(2));
            told(Source.POLL, 0, 1);
        }

        assertThat(copy.isDue()).isTrue();
    }

    @Test
    void manyGoPartByPartSoThatAPushInBetweenNeedNotWait() {
        told(Source.POLL, 0, 2_500);
        clock.advance(LiveCopy.REST);

        copy.write(List.of());
        assertThat(kept()).hasSize(1_000);
        told(Source.PUSH, 2_400, 2_401);
        copy.write(List.of());
        assertThat(kept()).hasSize(2_001).contains(CmxDevice.mac(2_400));
        copy.write(List.of());
        assertThat(kept()).hasSize(2_500);
        assertThat(copy.isDue()).isFalse();
    }

    @Test
    void aDeviceThatIsGoneIsGoneHereTooAndMayComeBack() {
        told(Source.PUSH, 0, 2);
        copy.write(List.of());
        copy.gone(live.removeToldBefore(clock.instant().plusSeconds(1)).removed());
        told(Source.PUSH, 1, 2);
        copy.write(List.of());

        assertThat(kept()).containsExactly(CmxDevice.mac(1));
    }

    @Test
    void afterAFailureTheWholeViewIsCopiedAgain() {
        told(Source.PUSH, 0, 20);
        copy.write(List.of());
        server.kill();
        told(Source.PUSH, 20, 21);
        assertThatThrownBy(() -> copy.write(List.of())).isInstanceOf(StorageException.Unavailable.class);

        server.startAgain();
        // as after a Redis that came back empty
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            store.remove(List.copyOf(live.all()));
            return kept().isEmpty();
        });
        assertThat(copy.isDue()).isFalse();
        clock.advance(LiveCopy.REST);
        assertThat(copy.isDue()).isTrue();
        copy.write(List.of());
        assertThat(kept()).hasSize(21);
    }

    private void told(Source source, int from, int to) {
        var updates = IntStream.range(from, to)
                .mapToObj(number -> ClientJson.live(
                                CmxDevice.number(number, clock.instant()).toJson(), clock.instant())
                        .orElseThrow())
                .map(device -> new DeviceUpdate(device, source))
                .toList();
        live.apply(updates);
        copy.told(updates);
    }

    private List<String> kept() {
        return store.load().devices().stream().map(LiveDevice::mac).sorted().toList();
    }
}
