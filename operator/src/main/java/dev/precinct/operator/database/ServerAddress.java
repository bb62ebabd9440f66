package dev.precinct.operator.database;

/** Where a server listens, as runtimes see it. */
public record ServerAddress(String host, int port) {}
