package dev.precinct.gateway.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the gateway listens.
 *
 * @param httpPort for requests; 0 for any free one
 * @param healthPort for probes and metrics, always without TLS
 * @param tls folder with {@code tls.crt} and {@code tls.key}: the port for requests speaks TLS and nothing else; null: plain HTTP
 */
public record ListenerSettings(
        int httpPort, int healthPort, @Nullable Path tls) {}
