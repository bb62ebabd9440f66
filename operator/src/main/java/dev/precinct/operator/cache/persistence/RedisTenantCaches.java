package dev.precinct.operator.cache.persistence;

import dev.precinct.operator.cache.CacheUser;
import dev.precinct.operator.cache.TenantCaches;
import dev.precinct.operator.failure.Credentials;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.tls.Authorities;
import dev.precinct.tenancy.tls.AuthorityFile;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.AccessControlUser;

/** Users and keys on a real Redis, 6.2 or newer. */
public final class RedisTenantCaches implements TenantCaches {
    private static final Logger LOG = LoggerFactory.getLogger(RedisTenantCaches.class);
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int KEYS_AT_ONCE = 500;
    private static final int LONGEST_SCRATCH_NAME = 40;

    private final URI url;
    private final Supplier<Credentials> administrator;
    private final SSLSocketFactory tls;
    private volatile KnownServer known = new KnownServer("", 0, "");

    /**
     * @param url {@code redis:}, or {@code rediss:} for TLS
     * @param authority whom to trust with TLS
     */
    public RedisTenantCaches(URI url, Supplier<Credentials> administrator, AuthorityFile authority) {
        this.url = url;
        this.administrator = administrator;
        this.tls = authority.context().getSocketFactory();
    }

    @Override
    public boolean isSound(CacheUser user) {
        return onServer(redis -> {
            AccessControlUser found = find(redis, user.name());
            return found != null && hasRights(redis, found, user);
        });
    }

    @Override
    public void ensure(CacheUser user) {
        onServer(redis -> {
            int version = server(redis).majorVersion();
            setUser(redis, user.name(), AccessRecipe.rules(user.tenant(), user.password(), version));
            save(redis);
            return user;
        });
    }

    @Override
    public boolean exists(TenantId tenant) {
        return onServer(redis -> find(redis, "t_" + tenant) != null
                || AccessRecipe.patterns(tenant).stream().anyMatch(pattern -> anyKey(redis, pattern)));
    }

    @Override
    public void drop(TenantId tenant) {
        onServer(redis -> {
            // The user first: it takes the tenant's connections with it, so that nothing writes behind the scan.
            if (redis.aclDelUser("t_" + tenant) > 0) {
                save(redis);
            }
            AccessRecipe.patterns(tenant).forEach(pattern -> dropKeys(redis, pattern));
            return tenant;
        });
    }

    @Override
    public String pulse() {
        try {
            return onServer(redis -> field(redis.info("server"), "run_id"));
        } catch (TenantException e) {
            return e.reason().wire();
        }
    }

    private boolean hasRights(Jedis redis, AccessControlUser found, CacheUser user) {
        var patterns = AccessRecipe.patterns(user.tenant());
        return found.getFlags().contains("on")
                && !found.getFlags().contains("nopass")
                && found.getPasswords().equals(List.of(AccessRecipe.sha256(user.password())))
                && words(part(found, "keys"), "~").equals(Set.copyOf(patterns))
                && words(part(found, "channels"), "&").equals(Set.copyOf(patterns))
                && found.getCommands().equals(server(redis).commands());
    }

    private static Object part(AccessControlUser user, String name) {
        return java.util.Objects.requireNonNullElse(user.getUserInfo().get(name), "");
    }

    /** 6.2 answers with a list of bare patterns, 7 with one string of marked ones. */
    private static Set<String> words(Object answer, String mark) {
        List<?> parts = answer instanceof List<?> list
                ? list
                : List.of(text(answer).isEmpty() ? new String[0] : text(answer).split(" "));
        return parts.stream()
                .map(RedisTenantCaches::text)
                .map(word -> word.startsWith(mark) ? word.substring(1) : word)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static String text(Object answer) {
        return answer instanceof byte[] bytes
                ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                : String.valueOf(answer);
    }

    /**
     * Redis writes rights down in its own order, which differs between versions. So a disabled user with the same recipe shows, once for
     * each start of the server, how they look when they are right.
     */
    private KnownServer server(Jedis redis) {
        String info = redis.info("server");
        String runId = field(info, "run_id");
        KnownServer last = known;
        if (last.runId().equals(runId)) {
            return last;
        }
        String version = field(info, "redis_version");
        int major = Integer.parseInt(version.substring(0, version.indexOf('.')));
        String scratch = ("precinct-recipe-" + runId).substring(0, LONGEST_SCRATCH_NAME);
        redis.aclSetUser(scratch, concat(List.of("reset", "resetchannels", "off"), AccessRecipe.commands(major)));
        var seen = new KnownServer(runId, major, redis.aclGetUser(scratch).getCommands());
        redis.aclDelUser(scratch);
        known = seen;
        return seen;
    }

    private static String[] concat(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toArray(String[]::new);
    }

    private static void setUser(Jedis redis, String name, List<String> rules) {
        redis.aclSetUser(name, rules.toArray(String[]::new));
    }

    private static @org.jspecify.annotations.Nullable AccessControlUser find(Jedis redis, String name) {
        return redis.aclUsers().contains(name) ? redis.aclGetUser(name) : null;
    }

    /** Without an ACL file users live until Redis restarts; then the watch on its run id brings them back. */
    private static void save(Jedis redis) {
        try {
            String file = redis.configGet("aclfile").getOrDefault("aclfile", "");
            if (!file.isEmpty()) {
                redis.aclSave();
            }
        } catch (JedisAccessControlException e) {
            LOG.debug("this Redis does not show its configuration: users are kept by whoever runs it", e);
        }
    }

    private static boolean anyKey(Jedis redis, String pattern) {
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            var page = redis.scan(cursor, new ScanParams().match(pattern).count(KEYS_AT_ONCE));
            if (!page.getResult().isEmpty()) {
                return true;
            }
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return false;
    }

    private static void dropKeys(Jedis redis, String pattern) {
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            var page = redis.scan(cursor, new ScanParams().match(pattern).count(KEYS_AT_ONCE));
            if (!page.getResult().isEmpty()) {
                redis.unlink(page.getResult().toArray(String[]::new));
            }
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    private static String field(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private <T> T onServer(Function<Jedis, T> work) {
        Credentials login = administrator.get();
        var config = DefaultJedisClientConfig.builder()
                .user(login.username())
                .password(login.password())
                .connectionTimeoutMillis(TIMEOUT_MILLIS)
                .socketTimeoutMillis(TIMEOUT_MILLIS)
                .clientName("precinct-operator")
                .ssl("rediss".equals(url.getScheme()))
                .sslSocketFactory(tls)
                .sslParameters(Authorities.namedAsDialled())
                .autoNegotiateProtocol(false)
                .build();
        try (var redis = new Jedis(new HostAndPort(url.getHost(), url.getPort()), config)) {
            return work.apply(redis);
        } catch (JedisConnectionException e) {
            throw Authorities.distrust(e)
                    .map(said -> new TenantException.Transient(
                            TenantReason.REDIS_UNTRUSTED,
                            "Redis at " + url.getHost() + " is not trusted: " + said.getMessage(),
                            e))
                    .orElseGet(() ->
                            new TenantException.Transient(TenantReason.REDIS_UNREACHABLE, "Redis does not answer", e));
        } catch (JedisDataException e) {
            throw new TenantException.Transient(
                    TenantReason.REDIS_REFUSED, "Redis refuses the operator: " + firstWord(e), e);
        } catch (JedisException e) {
            throw new TenantException.Transient(
                    TenantReason.REDIS_UNREACHABLE, "Redis does not answer as it should", e);
        }
    }

    /** The error's code, such as NOPERM: the rest may repeat what was sent. */
    private static String firstWord(JedisException e) {
        return String.valueOf(e.getMessage()).split(" ", 2)[0];
    }

    private record KnownServer(String runId, int majorVersion, String commands) {}
}
