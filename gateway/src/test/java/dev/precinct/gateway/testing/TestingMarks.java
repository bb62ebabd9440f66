package dev.precinct.gateway.testing;

import dev.precinct.gateway.demand.DemandMarks;
import dev.precinct.gateway.demand.MarkFailedException;
import dev.precinct.gateway.tenants.TenantSite;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Marks in memory. */
public final class TestingMarks implements DemandMarks {
    private final List<String> made = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    @Override
    public void mark(TenantSite tenant, Duration idleAfter) throws MarkFailedException {
        if (away) {
            throw new MarkFailedException("away", new IOException("away"));
        }
        made.add(tenant.name());
    }

    /** As if the API did not answer. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** Names of tenants, one for each mark. */
    public List<String> made() {
        return List.copyOf(made);
    }

    /** As {@link #made} with a number for each: two marks of one tenant differ. */
    public Optional<String> last(String tenant) {
        long number = made.stream().filter(tenant::equals).count();
        return number == 0 ? Optional.empty() : Optional.of(tenant + " " + number);
    }
}
