package dev.precinct.operator.tenant.resources;

import dev.precinct.operator.network.HostNames;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the runtime has to get to, as a network policy can say it. A policy sees the address of a pod, never that of a Service before
 * it, so a Service is opened by its namespace.
 *
 * @param peers empty: nothing to open
 */
public record Destination(List<NetworkPolicyPeer> peers, int port) {
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]+\\.([a-z0-9-]+)\\.svc(\\.cluster\\.local)?\\.?");

    public Destination {
        peers = List.copyOf(peers);
    }

    /** @param addresses behind the host, unless it is a Service's name or an address itself */
    public static Destination of(String host, int port, String ownNamespace, Collection<String> addresses) {
        Optional<String> namespace = serviceNamespace(host, ownNamespace);
        if (namespace.isPresent()) {
            return new Destination(List.of(NetworkResources.namespace(namespace.get())), port);
        }
        return ofAddresses(HostNames.isAddress(host) ? List.of(host) : addresses, port);
    }

    public static Destination ofAddresses(Collection<String> addresses, int port) {
        return ofBlocks(addresses.stream().map(Destination::block).toList(), port);
    }

    public static Destination ofBlocks(Collection<String> cidrs, int port) {
        return new Destination(
                cidrs.stream().distinct().sorted().map(NetworkResources::block).toList(), port);
    }

    /** Whether somebody has to be asked for the addresses behind this host. */
    public static boolean needsAddresses(String host, String ownNamespace) {
        return !HostNames.isAddress(host)
                && serviceNamespace(host, ownNamespace).isEmpty();
    }

    /** {@code name.namespace.svc} and a bare name, which is a Service beside the operator. */
    private static Optional<String> serviceNamespace(String host, String ownNamespace) {
        var service = SERVICE.matcher(host);
        if (service.matches()) {
            return Optional.of(service.group(1));
        }
        boolean bare = !host.contains(".") && !host.contains(":") && !host.equals("localhost");
        return bare ? Optional.of(ownNamespace) : Optional.empty();
    }

    private static String block(String address) {
        String bare = address.replace("[", "").replace("]", "");
        return bare + (bare.contains(":") ? "/128" : "/32");
    }
}
