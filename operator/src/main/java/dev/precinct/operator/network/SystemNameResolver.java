package dev.precinct.operator.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Resolves as this machine does. */
public final class SystemNameResolver implements NameResolver {
    @Override
    public List<String> resolve(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .map(address -> address.contains("%") ? address.substring(0, address.indexOf('%')) : address)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
