package dev.precinct.operator.network;

import java.util.List;

/** Addresses behind a host name, for network policies, which know no names. */
@FunctionalInterface
public interface NameResolver {
    /** IPv4 and IPv6 addresses as text, sorted, so that the order in which a server rotates them changes nothing; empty when unknown. */
    List<String> resolve(String host);
}
