package dev.precinct.operator.database;

import dev.precinct.operator.testing.TestingTenantDatabases;

class TestingTenantDatabasesTest extends TenantDatabasesContract {
    private final TestingTenantDatabases databases = new TestingTenantDatabases();

    @Override
    protected TenantDatabases databases() {
        return databases;
    }
}
