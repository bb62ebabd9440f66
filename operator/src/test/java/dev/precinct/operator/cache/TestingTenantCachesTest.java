package dev.precinct.operator.cache;

import dev.precinct.operator.testing.TestingTenantCaches;

class TestingTenantCachesTest extends TenantCachesContract {
    private final TestingTenantCaches caches = new TestingTenantCaches();

    @Override
    protected TenantCaches caches() {
        return caches;
    }
}
