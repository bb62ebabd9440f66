package dev.precinct.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.tenancy.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link TenantCaches} does. */
public abstract class TenantCachesContract {
    private final TenantId tenant = newTenant();

    protected static TenantId newTenant() {
        return TenantId.ofUid(UUID.randomUUID().toString());
    }

    protected abstract TenantCaches caches();

    @Test
    void aUserThatWasNeverMadeIsNeitherThereNorSound() {
        assertThat(caches().exists(tenant)).isFalse();
        assertThat(caches().isSound(new CacheUser(tenant, "secret"))).isFalse();
    }

    @Test
    void makingTwiceIsTheSameAsMakingOnce() {
        caches().ensure(new CacheUser(tenant, "secret"));
        caches().ensure(new CacheUser(tenant, "secret"));

        assertThat(caches().exists(tenant)).isTrue();
        assertThat(caches().isSound(new CacheUser(tenant, "secret"))).isTrue();
    }

    @Test
    void anotherPasswordIsUnsoundUntilItIsApplied() {
        caches().ensure(new CacheUser(tenant, "first"));
        assertThat(caches().isSound(new CacheUser(tenant, "second"))).isFalse();

        caches().ensure(new CacheUser(tenant, "second"));

        assertThat(caches().isSound(new CacheUser(tenant, "second"))).isTrue();
        assertThat(caches().isSound(new CacheUser(tenant, "first"))).isFalse();
    }

    @Test
    void droppingTwiceIsTheSameAsDroppingOnce() {
        caches().ensure(new CacheUser(tenant, "secret"));

        caches().drop(tenant);
        caches().drop(tenant);

        assertThat(caches().exists(tenant)).isFalse();
    }

    @Test
    void theTextOfAUserHidesItsPassword() {
        assertThat(new CacheUser(tenant, "secret").toString()).doesNotContain("secret");
    }
}
