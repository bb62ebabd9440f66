package dev.precinct.operator.testing;

import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.network.ServerAddress;
import java.util.HashMap;
import java.util.Map;

/** Databases in memory, with a switch for failure. */
public final class TestingTenantDatabases implements TenantDatabases {
    private final Map<TenantDatabase, String> passwords = new HashMap<>();
    private boolean down;
    private int changes;

    /** Where every server is. */
    public ServerAddress address = new ServerAddress("postgres", 5432);

    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    /** How often anything was written. */
    public int changes() {
        return changes;
    }

    @Override
    public ServerAddress address(String server) {
        known(server);
        return address;
    }

    @Override
    public boolean isSound(TenantDatabase database, String password) {
        reach(database);
        return password.equals(passwords.get(database));
    }

    @Override
    public void ensure(TenantDatabase database, String password) {
        reach(database);
        changes++;
        passwords.put(database, password);
    }

    @Override
    public boolean exists(TenantDatabase database) {
        reach(database);
        return passwords.containsKey(database);
    }

    @Override
    public void drop(TenantDatabase database) {
        reach(database);
        changes++;
        passwords.remove(database);
    }

    @Override
    public String pulse(String server) {
        return down ? TenantReason.DATABASE_UNREACHABLE.wire() : "up";
    }

    private void reach(TenantDatabase database) {
        known(database.server());
        if (down) {
            throw new TenantException.Transient(TenantReason.DATABASE_UNREACHABLE, "test: PostgreSQL is down", null);
        }
    }

    private static void known(String server) {
        if (!server.equals("default")) {
            throw new TenantException.UserMustAct(
                    TenantReason.DATABASE_SERVER_UNKNOWN, "test: no server is called " + server);
        }
    }
}
