package dev.precinct.runtime.location.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.precinct.runtime.location.LiveDevice;
import dev.precinct.runtime.location.Position;
import dev.precinct.runtime.location.cmx.ClientJson;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedisLiveStoreIT {
    private static final TenantKeys KEYS = new TenantKeys(new TenantId("0123456789abcdef0123456789abcdef"));

    private final MutableClock clock = new MutableClock(Instant.now());

    @ParameterizedTest
    @EnumSource(Version.class)
    void whatWasSavedComesBackWhole(Version version) {
        try (var server = TestingRedis.start(version, KEYS)) {
            var redis = TestingConnections.redis(server.settings(), KEYS);
            var store = new RedisLiveStore(redis, server.settings(), clock);
            var devices = IntStream.range(0, 1_200).mapToObj(this::device).toList();

            store.save(devices, devices.stream().map(RedisLiveStoreIT::position).toList());
            store.heard(clock.instant());
            store.remove(devices.subList(0, 200));

            var kept = store.load();
            assertThat(kept.devices()).containsExactlyInAnyOrderElementsOf(devices.subList(200, 1_200));
            assertThat(kept.lastHeard()).contains(clock.instant());
            assertThat(server.command("XLEN " + KEYS.prefix() + RedisLiveStore.STREAM))
                    .isEqualTo(":3");
            assertThat(server.command("TTL " + KEYS.prefix() + RedisLiveStore.DEVICES))
                    .isNotEqualTo(":-1");
            redis.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aDeviceNobodyToldForTooLongIsNotRestored(Version version) {
        try (var server = TestingRedis.start(version, KEYS)) {
            var redis = TestingConnections.redis(server.settings(), KEYS);
            var store = new RedisLiveStore(redis, server.settings(), clock);
            store.save(List.of(device(1)), List.of());
            clock.advance(Duration.ofMinutes(21));

            assertThat(store.load().devices()).isEmpty();
            redis.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aRedisThatIsAwayIsTransientAndComesBack(Version version) {
        try (var server = TestingRedis.start(version, KEYS)) {
            var redis = TestingConnections.redis(server.settings(), KEYS);
            var store = new RedisLiveStore(redis, server.settings(), clock);
            store.save(List.of(device(1)), List.of());
            server.kill();
            assertThatThrownBy(() -> store.save(List.of(device(2)), List.of()))
                    .isInstanceOf(StorageException.Unavailable.class);

            server.startAgain();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
                store.save(List.of(device(2)), List.of());
                return store.load().devices().size() == 2;
            });
            redis.shutdown();
        }
    }

    private LiveDevice device(int number) {
        return ClientJson.live(CmxDevice.number(number, clock.instant()).toJson(), clock.instant())
                .orElseThrow();
    }

    private static Position position(LiveDevice device) {
        return new Position(device.mac(), device.fix(), device.link(), device.receivedAt(), List.of());
    }
}
