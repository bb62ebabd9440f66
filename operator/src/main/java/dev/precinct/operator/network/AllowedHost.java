package dev.precinct.operator.network;

/**
 * A host that a tenant's CMX may be at though it is inside the platform, such as the simulator.
 *
 * @param port 0: any
 */
public record AllowedHost(String host, int port) {
    public AllowedHost {
        host = HostNames.plain(host);
        if (host.isEmpty() || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a host or host:port");
        }
    }

    /** {@code host}, {@code host:port}, an IPv6 address, or one in brackets with a port. */
    public static AllowedHost parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean withPort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        return withPort
                ? new AllowedHost(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)))
                : new AllowedHost(text, 0);
    }

    boolean covers(String other, int otherPort) {
        return host.equals(HostNames.plain(other)) && (port == 0 || port == otherPort);
    }
}
