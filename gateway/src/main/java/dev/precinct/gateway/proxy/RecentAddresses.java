package dev.precinct.gateway.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precinct.tenancy.runtime.RuntimeAddresses;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** Remembers where a runtime listens for a moment: asking may mean reading a file. Nothing known is not remembered. */
public final class RecentAddresses implements RuntimeAddresses {
    private static final Duration REMEMBERED = Duration.ofMillis(250);

    private final RuntimeAddresses addresses;
    private final Cache<String, InetSocketAddress> recent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    public RecentAddresses(RuntimeAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Optional<InetSocketAddress> find(String namespace, String port) {
        String key = namespace + "/" + port;
        var known = recent.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = addresses.find(namespace, port);
        found.ifPresent(address -> recent.put(key, address));
        return found;
    }
}
