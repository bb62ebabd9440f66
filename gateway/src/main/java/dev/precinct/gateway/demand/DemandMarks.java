package dev.precinct.gateway.demand;

import dev.precinct.gateway.tenants.TenantSite;
import java.time.Duration;

/** Where the operator looks for who is used. Port: one adapter writes Leases, one is in memory for tests. */
public interface DemandMarks {
    /**
     * Makes a mark that is another one than the one before.
     *
     * @param idleAfter for how long it counts
     */
    void mark(TenantSite tenant, Duration idleAfter) throws MarkFailedException;
}
