package dev.precinct.operator.database;

/**
 * One tenant's database, by coordinates.
 *
 * @param server a server that the operator knows by name
 * @param name of the database and of its login role, made from the tenant's UID
 */
public record TenantDatabase(String server, String name) {}
