package dev.precinct.operator.network;

import java.util.Optional;

/**
 * Where a server listens, as runtimes see it.
 *
 * @param authority certificates in PEM form, one of which vouches for the server; empty: none was given
 */
public record ServerAddress(String host, int port, Optional<String> authority) {
    public ServerAddress(String host, int port) {
        this(host, port, Optional.empty());
    }
}
