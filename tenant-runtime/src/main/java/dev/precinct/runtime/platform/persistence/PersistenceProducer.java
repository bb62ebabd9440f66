package dev.precinct.runtime.platform.persistence;

import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.tenancy.TenantKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.hibernate.SessionFactory;
import org.redisson.api.RedissonClient;

/** Gives the connections of this process to the rooms' persistence packages, and closes them at its end. */
@ApplicationScoped
public class PersistenceProducer {

    @Produces
    @Singleton
    Database database(RuntimeSettings settings) {
        return Database.open(settings.database());
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    SessionFactory sessions(Database database, @Any Instance<EntityClasses> entities) {
        return Sessions.open(
                database.source(),
                entities.stream().flatMap(room -> room.entityClasses().stream()).toList());
    }

    void close(@Disposes SessionFactory sessions) {
        sessions.close();
    }

    @Produces
    @Singleton
    Transactions transactions(Database database, SessionFactory sessions) {
        return new Transactions(database.source(), sessions);
    }

    @Produces
    @Singleton
    RedissonClient redis(RuntimeSettings settings, TenantKeys keys) {
        return RedisConnection.open(settings.redis(), keys);
    }

    void close(@Disposes RedissonClient redis) {
        redis.shutdown();
    }
}
