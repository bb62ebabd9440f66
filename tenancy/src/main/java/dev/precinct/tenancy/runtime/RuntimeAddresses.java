package dev.precinct.tenancy.runtime;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Where a tenant's runtime listens. Port of the operator and the gateway; one adapter for a cluster, one for a single machine. */
public interface RuntimeAddresses {
    /** Name of the runtime's Service in the tenant's namespace. */
    String SERVICE = "runtime";

    /** Name of the Service's port for requests. */
    String HTTP = "http";

    /** Name of the Service's port for probes and {@link RuntimeReport}. */
    String HEALTH = "health";

    /**
     * @param namespace of the tenant, for example {@code tenant-acme}
     * @param port {@link #HTTP} or {@link #HEALTH}
     * @return an unresolved host and port; empty when nothing is known to listen
     */
    Optional<InetSocketAddress> find(String namespace, String port);
}
