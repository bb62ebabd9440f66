package dev.precinct.operator.tenant.observe;

import dev.precinct.operator.database.ServerAddress;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.network.NameResolver;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Reach;
import dev.precinct.operator.tenant.plan.Destinations;
import dev.precinct.operator.tenant.resources.Destination;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Looks up where a runtime has to get to. A name that nobody knows just now keeps the addresses it had: a hiccup of DNS must not cut a
 * running tenant off.
 */
public final class ReachObserver {
    private final TenantDatabases databases;
    private final ServerAddress redis;
    private final NameResolver names;
    private final Map<String, List<String>> last = new ConcurrentHashMap<>();

    public ReachObserver(TenantDatabases databases, ServerAddress redis, NameResolver names) {
        this.databases = databases;
        this.redis = redis;
        this.names = names;
    }

    Reach observe(EffectiveSpec spec, String ownNamespace) {
        ServerAddress database = databases.address(spec.databaseServer());
        var addresses = new HashMap<String, List<String>>();
        Consumer<String> resolve = host -> {
            if (Destination.needsAddresses(host, ownNamespace)) {
                addresses.put(host, addressesOf(host));
            }
        };
        resolve.accept(database.host());
        resolve.accept(redis.host());
        spec.cmx().ifPresent(cmx -> resolve.accept(Destinations.host(cmx)));
        return new Reach(database, redis, addresses);
    }

    private List<String> addressesOf(String host) {
        List<String> found = names.resolve(host);
        if (found.isEmpty()) {
            return last.getOrDefault(host, List.of());
        }
        last.put(host, found);
        return found;
    }
}
