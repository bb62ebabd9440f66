package dev.precinct.runtime.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.administration.UserChanges;
import dev.precinct.runtime.access.publication.PrincipalPublisher;
import dev.precinct.runtime.access.seed.SeedFiles;
import dev.precinct.runtime.access.seed.Seeding;
import dev.precinct.runtime.access.segment.SegmentKind;
import dev.precinct.runtime.access.segment.SegmentPin;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.persistence.TestingConnections;
import dev.precinct.runtime.platform.storage.StorageException;
import dev.precinct.runtime.testing.Folders;
import dev.precinct.runtime.testing.TestingRedis;
import dev.precinct.runtime.testing.persistence.TestingPostgres;
import dev.precinct.runtime.testing.persistence.TestingSql;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.TenantKeys;
import dev.precinct.tenancy.permission.SegmentPath;
import dev.precinct.tenancy.principal.PasswordVerifier;
import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalJson;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamMessageId;
import org.redisson.client.codec.StringCodec;

/** Permissions in a real PostgreSQL and their publication to a real Redis, with the tenant's own rights there. */
class RedisPublicationIT {
    private static final TenantKeys KEYS = new TenantKeys(new TenantId("0123456789abcdef0123456789abcdef"));
    private static final Grant ADMINISTRATOR = new Grant("administrator", List.of(SegmentPath.EVERYWHERE), null);
    private static final String SEED = """
            {"roles": [{"name": "viewer", "allow": ["clients:read"]}],
             "disclosures": [{"name": "own", "hide": ["ssId"], "pseudonymise": ["macAddress"]}],
             "groups": [{"name": "north", "role": "viewer", "segments": ["Mall>North"], "disclosure": "own"}],
             "users": [{"name": "ana", "groups": ["north"], "segments": ["Mall>South"]}], "administrator": "admin"}""";

    /** What a process holds open, over a database that outlives it. */
    private static final class Opened implements AutoCloseable {
        final TestingConnections connections;
        final HibernatePermissionStore store;
        final HibernatePinStore pins;
        final AccessControl access;

        Opened(RuntimeSettings.Database settings) {
            connections = new TestingConnections(settings, new AccessPersistence().entityClasses());
            var transactions = connections.transactions();
            store = new HibernatePermissionStore(transactions);
            pins = new HibernatePinStore(transactions);
            access = new AccessControl(store, Clock.systemUTC());
        }

        void add(String name) {
            access.change(
                    current -> UserChanges.add(current, name, ADMINISTRATOR, new TreeSet<>(), "$argon2id$" + name));
        }

        @Override
        public void close() {
            connections.close();
        }
    }

    private static RedissonClient connect(TestingRedis redis) {
        return TestingConnections.redis(redis.settings(), KEYS);
    }

    private static List<PrincipalChange> changes(RedissonClient redis) {
        return redis
                .<String, String>getStream(KEYS.principalChanges(), StringCodec.INSTANCE)
                .range(StreamMessageId.MIN, StreamMessageId.MAX)
                .values()
                .stream()
                .map(fields -> PrincipalChange.fromFields(fields).orElseThrow())
                .toList();
    }

    private static PrincipalsSnapshot snapshot(RedissonClient redis) {
        String json =
                redis.<String>getBucket(KEYS.principals(), StringCodec.INSTANCE).get();
        return PrincipalJson.read(json, PrincipalsSnapshot.class);
    }

    @ParameterizedTest
    @EnumSource(TestingRedis.Version.class)
    void aCrashBetweenCommitAndPublishingLosesNothingAndRepeatsNothing(TestingRedis.Version version) {
        var settings = TestingPostgres.database();
        try (var server = TestingRedis.start(version, KEYS)) {
            RedissonClient redis = connect(server);
            var channel = new RedisPrincipalChannel(redis, KEYS);
            try (var first = new Opened(settings)) {
                first.add("ana");
                new PrincipalPublisher(KEYS.tenant(), first.access, first.store, channel).publishPending();
                first.add("ben"); // committed, and the process dies before it is published
            }
            try (var second = new Opened(settings)) {
                var publisher = new PrincipalPublisher(KEYS.tenant(), second.access, second.store, channel);
                publisher.publishPending();
                publisher.publishPending();
                assertThat(changes(redis)).extracting(PrincipalChange::revision).containsExactly(1L, 2L);
                assertThat(changes(redis)).extracting(PrincipalChange::name).containsExactly("ana", "ben");
                assertThat(snapshot(redis).revision()).isEqualTo(2);
                assertThat(snapshot(redis).principals()).hasSize(2);
                assertThat(TestingSql.number(settings, "select count(*) from access_outbox"))
                        .isZero();
                redis.getBucket(KEYS.principals(), StringCodec.INSTANCE).delete();
                publisher.publishPending();
                assertThat(snapshot(redis).principals()).hasSize(2);
            }
            redis.shutdown();
        }
    }

    @Test
    void whileRedisIsAwayChangesAreKept() {
        var settings = TestingPostgres.database();
        try (var server = TestingRedis.start(TestingRedis.Version.SEVEN, KEYS);
                var opened = new Opened(settings)) {
            RedissonClient redis = connect(server);
            var publisher = new PrincipalPublisher(
                    KEYS.tenant(), opened.access, opened.store, new RedisPrincipalChannel(redis, KEYS));
            server.kill();
            opened.add("ana");
            assertThatThrownBy(publisher::publishPending).isInstanceOf(StorageException.Unavailable.class);
            assertThat(TestingSql.number(settings, "select count(*) from access_outbox"))
                    .isEqualTo(1);
            redis.shutdown();
        }
    }

    @Test
    void everythingThatTheSeedSaysIsReadBackTheSame() {
        var settings = TestingPostgres.database();
        var mounts = Folders.of(Map.of("permissions.json", SEED));
        var passwords = Folders.of(Map.of("ana", "secret\n", "admin", "other"));
        var verifier = new PasswordVerifier();
        try (var opened = new Opened(settings)) {
            new Seeding(new SeedFiles(mounts.resolve("permissions.json"), passwords), opened.access, verifier).follow();
            assertThat(opened.store.read()).isEqualTo(opened.access.current());
            var ana = opened.store.read().user("ana").orElseThrow();
            assertThat(verifier.matches("secret", ana.credential().verifier())).isTrue();
        }
        try (var again = new Opened(settings)) {
            var before = again.access.current();
            var seeding =
                    new Seeding(new SeedFiles(mounts.resolve("permissions.json"), passwords), again.access, verifier);
            seeding.follow();
            assertThat(again.access.current())
                    .as("an unchanged seed writes nothing")
                    .isEqualTo(before);
            assertThat(seeding.state().sha256()).hasSize(64);
            assertThat(again.store.pseudonymKey()).hasSize(32);
        }
    }

    @Test
    void aPasswordThatChangedWhileTheProcessWasAwayIsTakenSoonAfterTheStart() throws IOException {
        var settings = TestingPostgres.database();
        var mounts = Folders.of(Map.of("permissions.json", SEED));
        var passwords = Folders.of(Map.of("ana", "secret", "admin", "other"));
        var files = new SeedFiles(mounts.resolve("permissions.json"), passwords);
        var verifier = new PasswordVerifier();
        try (var opened = new Opened(settings)) {
            new Seeding(files, opened.access, verifier).follow();
        }
        Files.writeString(passwords.resolve("ana"), "changed");
        try (var again = new Opened(settings)) {
            var before = again.store.read();
            var seeding = new Seeding(files, again.access, verifier);
            seeding.follow();
            assertThat(again.store.read()).as("the start hashes nothing").isEqualTo(before);
            seeding.compareNextPassword();
            seeding.compareNextPassword();
            var after = again.store.read();
            assertThat(verifier.matches(
                            "changed",
                            after.user("ana").orElseThrow().credential().verifier()))
                    .isTrue();
            assertThat(after.user("admin")).isEqualTo(before.user("admin"));
            seeding.compareNextPassword();
            seeding.follow();
            assertThat(again.store.read()).as("each is compared once").isEqualTo(after);
        }
    }

    @Test
    void aRefusedChangeLeavesNothingBehind() {
        var settings = TestingPostgres.database();
        try (var opened = new Opened(settings)) {
            opened.add("ana");
            assertThatThrownBy(() -> opened.access.change(current -> {
                        throw new IllegalStateException("refused");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(opened.store.read()).isEqualTo(opened.access.current());
            assertThat(TestingSql.number(settings, "select revision from access_state"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aPinThatAnotherReplicaMadeIsKept() {
        var settings = TestingPostgres.database();
        try (var opened = new Opened(settings)) {
            var path = new SegmentPath("Mall>North");
            var first = new SegmentPin(path, SegmentKind.BUILDING, "3");
            var late = new SegmentPin(path, SegmentKind.BUILDING, "4");
            opened.pins.change(List.of(first), List.of());
            assertThat(opened.pins.change(List.of(late), List.of())).containsEntry(path, first);
            assertThat(opened.pins.change(List.of(), List.of(late))).containsEntry(path, first);
            assertThat(opened.pins.change(List.of(), List.of(first))).isEmpty();
        }
    }
}
