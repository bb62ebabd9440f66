package dev.precinct.runtime.platform.persistence;

import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.TenantKeys;
import dev.precinct.tenancy.tls.AuthorityFile;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.NameMapper;
import org.redisson.config.SslVerificationMode;

/**
 * Redis through Redisson, every name under the tenant's prefix. The tenant's user may touch nothing else, so no object that keeps
 * helper keys under names of its own works: no locks, semaphores, map caches, local cached maps, RKeys.
 */
final class RedisConnection {
    private static final int CONNECTIONS = 8;

    private RedisConnection() {}

    static RedissonClient open(RuntimeSettings.Redis settings, TenantKeys keys) {
        var credentials = settings.credentials().credentials();
        var config = new Config();
        // the default codec brings Kryo, memory and a format nobody else reads
        config.setCodec(StringCodec.INSTANCE);
        config.setThreads(2);
        config.setNettyThreads(2);
        // Redis may start after us
        config.setLazyInitialization(true);
        config.setUsername(credentials.username());
        config.setPassword(credentials.password());
        config.setNameMapper(new Prefix(keys.prefix()));
        if ("rediss".equals(settings.url().getScheme())) {
            config.setSslTrustManagerFactory(
                    new AuthorityFile(settings.credentials().path()).factory());
            config.setSslVerificationMode(SslVerificationMode.STRICT);
            config.setSslProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        }
        config.useSingleServer()
                .setAddress(settings.url().toString())
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setSubscriptionConnectionPoolSize(2)
                .setSubscriptionsPerConnection(50)
                .setTimeout(3_000)
                .setConnectTimeout(2_000)
                .setRetryAttempts(1);
        return Redisson.create(config);
    }

    /** Puts the tenant's prefix before each name, and takes it away from each name that comes back. */
    private record Prefix(String prefix) implements NameMapper {
        @Override
        public String map(String name) {
            return name.startsWith(prefix) ? name : prefix + name;
        }

        @Override
        public String unmap(String name) {
            return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        }
    }
}
