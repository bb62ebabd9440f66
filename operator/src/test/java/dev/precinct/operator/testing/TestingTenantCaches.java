package dev.precinct.operator.testing;

import dev.precinct.operator.cache.CacheUser;
import dev.precinct.operator.cache.TenantCaches;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.tenancy.TenantId;
import java.util.HashMap;
import java.util.Map;

/** Redis users in memory, with a switch for failure. */
public final class TestingTenantCaches implements TenantCaches {
    private final Map<TenantId, String> passwords = new HashMap<>();
    private boolean down;
    private int changes;

    public void goDown() {
        down = true;
    }

    /** As after a restart without an ACL file. */
    public void forgetUsers() {
        passwords.clear();
    }

    /** How often anything was written. */
    public int changes() {
        return changes;
    }

    @Override
    public boolean isSound(CacheUser user) {
        reach();
        return user.password().equals(passwords.get(user.tenant()));
    }

    @Override
    public void ensure(CacheUser user) {
        reach();
        changes++;
        passwords.put(user.tenant(), user.password());
    }

    @Override
    public boolean exists(TenantId tenant) {
        reach();
        return passwords.containsKey(tenant);
    }

    @Override
    public void drop(TenantId tenant) {
        reach();
        changes++;
        passwords.remove(tenant);
    }

    @Override
    public String pulse() {
        return down ? TenantReason.REDIS_UNREACHABLE.wire() : "up";
    }

    private void reach() {
        if (down) {
            throw new TenantException.Transient(TenantReason.REDIS_UNREACHABLE, "test: Redis is down", null);
        }
    }
}
