package dev.precinct.runtime.platform.persistence;

import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.TenantKeys;
import java.util.List;
import org.hibernate.SessionFactory;
import org.redisson.api.RedissonClient;

/** What the container gives in the runtime, opened by hand. */
public final class TestingConnections implements AutoCloseable {
    private final Database database;
    private final SessionFactory sessions;

    public TestingConnections(RuntimeSettings.Database settings, List<Class<?>> entities) {
        database = Database.open(settings);
        sessions = Sessions.open(database.source(), entities);
    }

    public Transactions transactions() {
        return new Transactions(database.source(), sessions);
    }

    public static RedissonClient redis(RuntimeSettings.Redis settings, TenantKeys keys) {
        return RedisConnection.open(settings, keys);
    }

    @Override
    public void close() {
        sessions.close();
        database.close();
    }
}
