package dev.precinct.tenancy.permission;

import java.util.SortedSet;
import java.util.TreeSet;

/** The actions that the first units know, {@code thing:verb}. The vocabulary is open: a role may name others. */
public final class Actions {
    public static final String CLIENTS_READ = "clients:read";
    public static final String HISTORY_READ = "history:read";
    public static final String MAPS_READ = "maps:read";
    public static final String ANALYTICS_READ = "analytics:read";
    public static final String USERS_READ = "users:read";
    public static final String USERS_WRITE = "users:write";

    /** Name of the built-in role that the tenant's administrator has: every action. */
    public static final String ADMINISTRATOR_ROLE = "administrator";

    private Actions() {}

    public static SortedSet<String> all() {
        return new TreeSet<>(
                java.util.List.of(CLIENTS_READ, HISTORY_READ, MAPS_READ, ANALYTICS_READ, USERS_READ, USERS_WRITE));
    }
}
