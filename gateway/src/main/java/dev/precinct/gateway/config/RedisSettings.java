package dev.precinct.gateway.config;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where Redis is.
 *
 * @param url {@code redis://host:port}, or {@code rediss://host:port} for TLS
 * @param credentials folder with {@code username} and {@code password}, with TLS optional {@code ca.crt}; read again for each connection, so a rotated password needs no restart
 */
public record RedisSettings(URI url, Path credentials) {}
