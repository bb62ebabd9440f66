package dev.precinct.local.servers.persistence;

import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Whether a Redis server answers, its append-only file read. */
public final class RedisPing {
    private RedisPing() {}

    public static boolean answers(int port, String user, String password) {
        var config = DefaultJedisClientConfig.builder()
                .user(user)
                .password(password)
                .timeoutMillis(2_000)
                .build();
        try (var redis = new Jedis(new HostAndPort("127.0.0.1", port), config)) {
            return "PONG".equals(redis.ping());
        } catch (JedisException e) {
            return false;
        }
    }
}
