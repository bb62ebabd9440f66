package dev.precinct.operator.config;

import dev.precinct.operator.failure.Credentials;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A PostgreSQL server and its administrator, who may create databases and roles.
 *
 * @param authority file with the certificates of which one vouches for the server; with it every connection is encrypted and checked
 */
public record DatabaseServer(String name, String host, int port, Credentials administrator, Optional<Path> authority) {}
