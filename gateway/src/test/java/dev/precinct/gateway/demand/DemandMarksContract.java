package dev.precinct.gateway.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.gateway.tenants.RunPlan;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every place for marks does, whether a Kubernetes API or memory. */
public abstract class DemandMarksContract {
    protected static final Duration IDLE = Duration.ofMinutes(10);

    protected abstract DemandMarks marks();

    /** A Tenant of this name that exists. */
    protected abstract TenantId create(String tenant) throws Exception;

    /** The mark that the operator would see; empty without one. */
    protected abstract Optional<String> seen(String tenant);

    protected TenantSite site(String name) throws Exception {
        return new TenantSite(create(name), name, name, Instant.EPOCH, List.of(), new RunPlan(false, IDLE));
    }

    @Test
    void eachMarkDiffersFromTheOneBeforeAndIsOfItsTenantAlone() throws Exception {
        var acme = site("marks-acme");
        assertThat(seen("marks-acme")).isEmpty();
        marks().mark(acme, IDLE);
        var first = seen("marks-acme");
        assertThat(first).isPresent();
        marks().mark(acme, IDLE);
        assertThat(seen("marks-acme")).isPresent().isNotEqualTo(first);
        assertThat(seen("marks-globex")).isEmpty();
    }
}
