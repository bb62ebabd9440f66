package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.PermissionStore;
import dev.precinct.runtime.access.publication.PrincipalChannel;
import dev.precinct.runtime.access.segment.PinStore;
import dev.precinct.runtime.platform.persistence.EntityClasses;
import dev.precinct.runtime.platform.persistence.Transactions;
import dev.precinct.tenancy.TenantKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.redisson.api.RedissonClient;

/** Gives the room its adapters, and Hibernate the room's entities. */
@ApplicationScoped
public class AccessPersistence implements EntityClasses {

    @Override
    public List<Class<?>> entityClasses() {
        return List.of(
                StateEntity.class,
                RoleEntity.class,
                DisclosureEntity.class,
                GroupEntity.class,
                UserEntity.class,
                PinEntity.class,
                OutboxEntity.class,
                ProvenanceColumns.class,
                GrantColumns.class,
                CredentialColumns.class);
    }

    @Produces
    @Singleton
    PermissionStore permissions(Transactions transactions) {
        return new HibernatePermissionStore(transactions);
    }

    @Produces
    @Singleton
    PinStore pins(Transactions transactions) {
        return new HibernatePinStore(transactions);
    }

    @Produces
    @Singleton
    PrincipalChannel channel(RedissonClient redis, TenantKeys keys) {
        return new RedisPrincipalChannel(redis, keys);
    }
}
