package dev.precinct.operator.tenant.resources;

import dev.precinct.operator.network.HostNames;
import dev.precinct.operator.network.PlatformServices;
import dev.precinct.operator.network.ServiceName;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.Collection;
import java.util.List;

/**
 * Where the runtime has to get to, as a network policy can say it. A policy sees the address of a pod, never that of a Service before
 * it, so a Service is opened by the labels of its pods, and where they are not known by its namespace.
 *
 * @param peers empty: nothing to open
 */
public record Destination(List<NetworkPolicyPeer> peers, int port) {
    public Destination {
        peers = List.copyOf(peers);
    }

    /** @param addresses behind the host, unless it is a Service's name or an address itself */
    public static Destination of(String host, int port, PlatformServices services, Collection<String> addresses) {
        return services.find(host)
                .map(service -> new Destination(List.of(peer(service, services)), port))
                .orElseGet(() -> ofAddresses(HostNames.isAddress(host) ? List.of(host) : addresses, port));
    }

    public static Destination ofAddresses(Collection<String> addresses, int port) {
        return ofBlocks(addresses.stream().map(Destination::block).toList(), port);
    }

    public static Destination ofBlocks(Collection<String> cidrs, int port) {
        return new Destination(
                cidrs.stream().distinct().sorted().map(NetworkResources::block).toList(), port);
    }

    private static NetworkPolicyPeer peer(ServiceName service, PlatformServices services) {
        var pods = services.podsBehind(service);
        return pods.isEmpty()
                ? NetworkResources.namespace(service.namespace())
                : NetworkResources.pods(service.namespace(), pods);
    }

    private static String block(String address) {
        String bare = HostNames.plain(address);
        return bare + (bare.contains(":") ? "/128" : "/32");
    }
}
