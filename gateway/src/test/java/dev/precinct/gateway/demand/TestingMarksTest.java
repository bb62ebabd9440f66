package dev.precinct.gateway.demand;

import dev.precinct.gateway.testing.TestingMarks;
import dev.precinct.tenancy.TenantId;
import java.util.Optional;

class TestingMarksTest extends DemandMarksContract {
    private final TestingMarks marks = new TestingMarks();

    @Override
    protected DemandMarks marks() {
        return marks;
    }

    @Override
    protected TenantId create(String tenant) {
        return new TenantId("a".repeat(32));
    }

    @Override
    protected Optional<String> seen(String tenant) {
        return marks.last(tenant);
    }
}
