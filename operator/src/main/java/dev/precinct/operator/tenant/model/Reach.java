package dev.precinct.operator.tenant.model;

import dev.precinct.operator.network.ServerAddress;
import java.util.List;
import java.util.Map;

/**
 * Where the runtime has to get to.
 *
 * @param addresses behind each host name that is not a Service's; empty for a name that nobody knows right now
 */
public record Reach(ServerAddress database, ServerAddress redis, Map<String, List<String>> addresses) {
    public Reach {
        addresses = Map.copyOf(addresses);
    }
}
