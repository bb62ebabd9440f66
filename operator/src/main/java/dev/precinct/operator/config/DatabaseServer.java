package dev.precinct.operator.config;

import dev.precinct.operator.failure.Credentials;

/** A PostgreSQL server and its administrator, who may create databases and roles. */
public record DatabaseServer(String name, String host, int port, Credentials administrator) {}
