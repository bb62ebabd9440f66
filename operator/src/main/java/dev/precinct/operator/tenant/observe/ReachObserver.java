package dev.precinct.operator.tenant.observe;

import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.network.AddressBook;
import dev.precinct.operator.network.HostNames;
import dev.precinct.operator.network.ServerAddress;
import dev.precinct.operator.network.ServiceName;
import dev.precinct.operator.tenant.model.CmxAddress;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks up where a runtime has to get to. */
public final class ReachObserver {
    private final TenantDatabases databases;
    private final Supplier<ServerAddress> redisServer;
    private final AddressBook addresses;

    public ReachObserver(TenantDatabases databases, Supplier<ServerAddress> redisServer, AddressBook addresses) {
        this.databases = databases;
        this.redisServer = redisServer;
        this.addresses = addresses;
    }

    Reach observe(EffectiveSpec spec, String ownNamespace) {
        ServerAddress database = databases.address(spec.databaseServer());
        ServerAddress redis = redisServer.get();
        var found = new HashMap<String, List<String>>();
        Consumer<String> resolve = host -> {
            if (!HostNames.isAddress(host) && ServiceName.of(host, ownNamespace).isEmpty()) {
                found.put(host, addresses.recent(host));
            }
        };
        resolve.accept(database.host());
        resolve.accept(redis.host());
        spec.cmx().map(CmxAddress::of).map(CmxAddress::host).ifPresent(resolve);
        return new Reach(database, redis, found);
    }
}
