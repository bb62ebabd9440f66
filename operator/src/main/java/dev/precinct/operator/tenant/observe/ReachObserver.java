package dev.precinct.operator.tenant.observe;

import dev.precinct.operator.database.ServerAddress;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.network.AddressBook;
import dev.precinct.operator.network.HostNames;
import dev.precinct.operator.network.ServiceName;
import dev.precinct.operator.tenant.model.CmxAddress;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;

/** Looks up where a runtime has to get to. */
public final class ReachObserver {
    private final TenantDatabases databases;
    private final ServerAddress redis;
    private final AddressBook addresses;

    public ReachObserver(TenantDatabases databases, ServerAddress redis, AddressBook addresses) {
        this.databases = databases;
        this.redis = redis;
        this.addresses = addresses;
    }

    Reach observe(EffectiveSpec spec, String ownNamespace) {
        ServerAddress database = databases.address(spec.databaseServer());
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
