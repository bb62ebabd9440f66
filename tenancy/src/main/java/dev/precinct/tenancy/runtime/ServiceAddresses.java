package dev.precinct.tenancy.runtime;

import java.net.InetSocketAddress;
import java.util.Optional;

/** In a cluster: the name of the Service, which the cluster's DNS knows. */
public final class ServiceAddresses implements RuntimeAddresses {
    @Override
    public Optional<InetSocketAddress> find(String namespace, String port) {
        int number = port.equals(HEALTH) ? 8081 : 8080;
        return Optional.of(InetSocketAddress.createUnresolved(SERVICE + "." + namespace + ".svc", number));
    }
}
