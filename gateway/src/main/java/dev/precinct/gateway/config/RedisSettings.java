package dev.precinct.gateway.config;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where Redis is.
 *
 * @param url {@code redis://host:port}
 * @param credentials folder with {@code username} and {@code password}; read again for each connection, so a rotated password needs no restart
 */
public record RedisSettings(URI url, Path credentials) {}
