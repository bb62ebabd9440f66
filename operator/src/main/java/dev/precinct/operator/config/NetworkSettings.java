package dev.precinct.operator.config;

import dev.precinct.operator.network.AllowedHost;
import dev.precinct.operator.network.Cidr;
import dev.precinct.operator.network.CmxReach;
import dev.precinct.operator.network.HostNames;
import dev.precinct.operator.network.PlatformServices;
import java.util.Optional;
import java.util.stream.Stream;

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
                        Stream.concat(
                                        read
                                                .list(
                                                        "PRECINCT_FORBIDDEN_CIDRS",
                                                        Cidr::parse,
                                                        "a list of blocks such as 10.42.0.0/16")
                                                .stream(),
                                        apiServer(read).stream())
                                .toList(),
                        read.list(
                                "PRECINCT_ALLOWED_CMX_HOSTS",
                                AllowedHost::parse,
                                "a list of hosts, each with a port if need be")));
    }

    /** Kubernetes tells each pod where its API is: no CMX is there, whether or not anybody named the networks. */
    private static Optional<Cidr> apiServer(ConfigReader read) {
        return read.find("KUBERNETES_SERVICE_HOST").filter(HostNames::isAddress).map(Cidr::ofAddress);
    }
}
