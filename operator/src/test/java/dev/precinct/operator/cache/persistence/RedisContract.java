package dev.precinct.operator.cache.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.cache.CacheUser;
import dev.precinct.operator.cache.TenantCaches;
import dev.precinct.operator.cache.TenantCachesContract;
import dev.precinct.operator.failure.Credentials;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.testing.TestRedis;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.tls.AuthorityFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisMonitor;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAddParams;

/** What holds on every version of Redis: the rights of one tenant end where another's begin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisContract extends TenantCachesContract {
    private static final TenantId A = newTenant();
    private static final TenantId B = newTenant();

    private final TestRedis redis;
    private final TenantCaches caches;

    RedisContract(TestRedis redis) {
        this.redis = redis;
        caches = adapter(redis);
    }

    @Override
    protected TenantCaches caches() {
        return caches;
    }

    @BeforeAll
    void makeTwoTenants() {
        caches.ensure(new CacheUser(A, "secret-a"));
        caches.ensure(new CacheUser(B, "secret-b"));
        try (var b = as(B, "secret-b")) {
            b.set("t:" + B + ":live", "theirs");
        }
    }

    @AfterAll
    void stop() {
        redis.close();
    }

    @Test
    void aTenantWorksUnderItsOwnPrefixAndUnderTheHelpersMadeOfIt() {
        try (var a = as(A, "secret-a")) {
            for (String key :
                    List.of("t:" + A + ":x", "{t:" + A + ":x}:helper", "redisson__timeout__set:{t:" + A + ":x}")) {
                a.set(key, "mine");
                assertThat(a.get(key)).isEqualTo("mine");
            }
            a.xadd("t:" + A + ":stream", XAddParams.xAddParams(), java.util.Map.of("f", "v"));
            assertThat(a.eval("return redis.call('get', KEYS[1])", 1, "t:" + A + ":x"))
                    .isEqualTo("mine");
            assertThat(a.publish("t:" + A + ":news", "hello")).isZero();
        }
    }

    @Test
    void aTenantReachesNoKeyOfAnother() {
        String key = "t:" + B + ":live";
        try (var a = as(A, "secret-a")) {
            denied(() -> a.get(key));
            denied(() -> a.set(key, "mine"));
            denied(() -> a.del(key));
            denied(() -> a.exists(key));
            denied(() -> a.type(key));
            denied(() -> a.rename(key, "t:" + A + ":taken"));
            denied(() -> a.get("gateway:sessions"));
            assertThatThrownBy(() -> a.eval("return redis.call('get', '" + key + "')", 0))
                    .isInstanceOf(JedisDataException.class);
        }
        try (var b = as(B, "secret-b")) {
            assertThat(b.get(key)).isEqualTo("theirs");
        }
    }

    @Test
    void aTenantHearsAndSpeaksOnNoChannelOfAnother() {
        try (var a = as(A, "secret-a")) {
            denied(() -> a.publish("t:" + B + ":news", "hello"));
            denied(() -> a.subscribe(new JedisPubSub() {}, "t:" + B + ":news"));
            denied(() -> a.psubscribe(new JedisPubSub() {}, "t:*"));
            denied(() -> a.psubscribe(new JedisPubSub() {}, "__keyevent@*:expired"));
        }
    }

    @Test
    void aTenantLearnsNoNamesOfOthers() {
        try (var a = as(A, "secret-a")) {
            denied(() -> a.keys("*"));
            denied(() -> a.scan("0"));
            denied(a::randomKey);
            denied(a::dbSize);
            denied(() -> a.sendCommand(Protocol.Command.PUBSUB, "CHANNELS"));
            denied(() -> a.clientList());
            denied(a::aclUsers);
        }
    }

    @Test
    void aTenantChangesNothingOfTheServer() {
        try (var a = as(A, "secret-a")) {
            denied(a::flushAll);
            denied(a::flushDB);
            denied(() -> a.configGet("*"));
            denied(() -> a.configSet("maxmemory", "1"));
            denied(() -> a.aclSetUser("intruder"));
            denied(() -> a.select(1));
            denied(() -> a.swapDB(0, 1));
            denied(a::scriptFlush);
            denied(() -> a.info());
            denied(() -> a.monitor(new JedisMonitor() {
                @Override
                public void onCommand(String command) {
                    throw new IllegalStateException("a tenant may not listen to all commands");
                }
            }));
        }
    }

    @Test
    void aUserWithOneRightMoreOrLessIsUnsound() {
        var tenant = newTenant();
        var user = new CacheUser(tenant, "secret");
        for (String change : List.of("+keys", "-get", "~*", "&*", ">more", "off", "nopass", "allkeys", "allcommands")) {
            caches.ensure(user);
            assertThat(caches.isSound(user)).isTrue();
            try (var administrator = administrator()) {
                administrator.aclSetUser(user.name(), resetWhereNeeded(change));
            }
            assertThat(caches.isSound(user)).as(change).isFalse();
        }
    }

    @Test
    void droppingTakesEveryFormOfKeyAndLeavesTheOthers() {
        var tenant = newTenant();
        caches.ensure(new CacheUser(tenant, "secret"));
        try (var administrator = administrator()) {
            for (int number = 0; number < 1200; number++) {
                administrator.set("t:" + tenant + ":" + number, "x");
            }
            administrator.set("{t:" + tenant + ":x}:helper", "x");
            administrator.set("redisson__timeout__set:{t:" + tenant + ":x}", "x");

            caches.drop(tenant);

            assertThat(administrator.keys("*" + tenant + "*")).isEmpty();
            assertThat(administrator.exists("t:" + B + ":live")).isTrue();
        }
        assertThat(caches.exists(tenant)).isFalse();
    }

    @Test
    void usersThatVanishWithARestartAreSeenAndPutBack() {
        try (var other = another()) {
            var adapter = adapter(other);
            var user = new CacheUser(newTenant(), "secret");
            adapter.ensure(user);
            String before = adapter.pulse();
            other.stop();
            assertThatThrownBy(() -> adapter.isSound(user))
                    .isInstanceOfSatisfying(
                            TenantException.Transient.class,
                            e -> assertThat(e.reason()).isEqualTo(TenantReason.REDIS_UNREACHABLE));
            assertThat(adapter.pulse()).isEqualTo("RedisUnreachable");

            other.start();

            assertThat(adapter.pulse()).isNotEqualTo(before);
            assertThat(adapter.isSound(user)).isFalse();
            adapter.ensure(user);
            assertThat(adapter.isSound(user)).isTrue();
        }
    }

    @Test
    void withAnAclFileUsersSurviveARestart() {
        try (var other = anotherWithAclFile()) {
            var adapter = adapter(other);
            var user = new CacheUser(newTenant(), "secret");
            adapter.ensure(user);

            other.stop();
            other.start();

            assertThat(adapter.isSound(user)).isTrue();
        }
    }

    abstract TestRedis another();

    abstract TestRedis anotherWithAclFile();

    private static TenantCaches adapter(TestRedis redis) {
        return new RedisTenantCaches(
                URI.create("redis://localhost:" + redis.port()),
                () -> new Credentials("default", ""),
                new AuthorityFile(Path.of("unused")));
    }

    /** Redis 6.2 and 7 refuse to add a channel pattern to none; the tenant's own are there, so only {@code &*} needs a reset. */
    private static String[] resetWhereNeeded(String change) {
        return switch (change) {
            case "~*" -> new String[] {"resetkeys", change};
            case "&*" -> new String[] {"resetchannels", change};
            default -> new String[] {change};
        };
    }

    private Jedis administrator() {
        return new Jedis(
                new HostAndPort("localhost", redis.port()),
                DefaultJedisClientConfig.builder().autoNegotiateProtocol(false).build());
    }

    private Jedis as(TenantId tenant, String password) {
        return new Jedis(
                new HostAndPort("localhost", redis.port()),
                DefaultJedisClientConfig.builder()
                        .user("t_" + tenant)
                        .password(password)
                        .autoNegotiateProtocol(false)
                        .build());
    }

    private static void denied(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(JedisDataException.class).hasMessageStartingWith("NOPERM");
    }
}
