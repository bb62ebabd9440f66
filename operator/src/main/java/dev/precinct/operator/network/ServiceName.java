package dev.precinct.operator.network;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Service of this cluster, as a host name says it. */
public record ServiceName(String name, String namespace) {
    private static final Pattern FULL = Pattern.compile("([a-z0-9-]+)\\.([a-z0-9-]+)\\.svc");

    /** {@code name.namespace.svc}, with or without the cluster's domain, and a bare name, which is a Service beside the operator. */
    public static Optional<ServiceName> of(String host, String ownNamespace) {
        String plain = HostNames.plain(host);
        var full = FULL.matcher(plain);
        if (full.matches()) {
            return Optional.of(new ServiceName(full.group(1), full.group(2)));
        }
        boolean bare = !plain.isEmpty() && !plain.contains(".") && !plain.contains(":") && !plain.equals("localhost");
        return bare ? Optional.of(new ServiceName(plain, ownNamespace)) : Optional.empty();
    }
}
