package dev.precinct.operator.database;

import dev.precinct.operator.network.ServerAddress;

/**
 * Databases and login roles of tenants. Every act may be repeated at any point of an earlier, unfinished one. All methods throw
 * {@link dev.precinct.operator.failure.TenantException}.
 */
public interface TenantDatabases {
    /** Where runtimes find a server. */
    ServerAddress address(String server);

    /**
     * Whether nothing is left to do: database and role exist, nobody else may connect, and the role logs in with the password. Reads
     * only.
     */
    boolean isSound(TenantDatabase database, String password);

    /** Makes it sound. The role gets the password, whatever it had before: the Secret is the truth. */
    void ensure(TenantDatabase database, String password);

    /** Whether database or role exist. */
    boolean exists(TenantDatabase database);

    /** Ends its connections, then drops database and role; does nothing where there is none. */
    void drop(TenantDatabase database);

    /** A word that changes when the server was restarted, goes away or comes back. Never throws for a server that is away. */
    String pulse(String server);
}
