package dev.precinct.gateway.persistence;

import dev.precinct.gateway.config.RedisSettings;
import dev.precinct.tenancy.tls.Authorities;
import dev.precinct.tenancy.tls.AuthorityFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultRedisCredentials;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisCredentials;
import redis.clients.jedis.UnifiedJedis;

/** Makes connections as the gateway's Redis user. */
public final class RedisConnections {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 1_000;
    private static final int BLOCKING_ANSWER_MILLIS = 3_000;

    private final RedisSettings settings;
    private final SSLSocketFactory tls;

    public RedisConnections(RedisSettings settings) {
        this.settings = settings;
        this.tls = new AuthorityFile(settings.credentials()).context().getSocketFactory();
    }

    /** One connection of its own, for reads that wait. */
    public Jedis single() {
        return new Jedis(address(), clientConfig());
    }

    /** A pool, for short commands. Nothing is connected before the first. */
    public UnifiedJedis pooled() {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(16);
        pool.setMaxIdle(16);
        pool.setMaxWait(java.time.Duration.ofMillis(ANSWER_MILLIS));
        return RedisClient.builder()
                .hostAndPort(address())
                .clientConfig(clientConfig())
                .poolConfig(pool)
                .build();
    }

    private HostAndPort address() {
        return new HostAndPort(settings.url().getHost(), settings.url().getPort());
    }

    private JedisClientConfig clientConfig() {
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(ANSWER_MILLIS)
                .blockingSocketTimeoutMillis(BLOCKING_ANSWER_MILLIS)
                .credentialsProvider(this::credentials)
                .autoNegotiateProtocol(false)
                .clientName("precinct-gateway")
                .ssl("rediss".equals(settings.url().getScheme()))
                .sslSocketFactory(tls)
                .sslParameters(Authorities.namedAsDialled())
                .build();
    }

    private RedisCredentials credentials() {
        return new DefaultRedisCredentials(read("username"), (CharSequence) read("password"));
    }

    private String read(String name) {
        Path file = settings.credentials().resolve(name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("credentials of Redis can't be read: " + file, e);
        }
    }
}
