package dev.precinct.operator.config;

import dev.precinct.operator.network.AllowedHost;
import dev.precinct.operator.network.Cidr;
import dev.precinct.operator.network.CmxReach;
import dev.precinct.operator.network.PlatformServices;

/**
 * What is where in the cluster.
 *
 * @param services {@code PRECINCT_NAMESPACE}, the operator's own namespace, and {@code PRECINCT_POD_SELECTORS}
 * @param cmx {@code PRECINCT_FORBIDDEN_CIDRS} and {@code PRECINCT_ALLOWED_CMX_HOSTS}: where a tenant's CMX may be
 */
public record NetworkSettings(PlatformServices services, CmxReach cmx) {
    static NetworkSettings from(ConfigReader read) {
        String namespace = read.text("PRECINCT_NAMESPACE", "precinct-system");
        return new NetworkSettings(
                read.whole(
                        "PRECINCT_POD_SELECTORS",
                        selectors -> PlatformServices.parse(namespace, selectors),
                        "a list such as postgres.precinct-system.svc=app.kubernetes.io/name=postgres;…"),
                new CmxReach(
                        read.list("PRECINCT_FORBIDDEN_CIDRS", Cidr::parse, "a list of blocks such as 10.42.0.0/16"),
                        read.list(
                                "PRECINCT_ALLOWED_CMX_HOSTS",
                                AllowedHost::parse,
                                "a list of hosts, each with a port if need be")));
    }
}
