package dev.precinct.gateway.tenants;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tenant's runtime is meant to run.
 *
 * @param suspended by the owner's wish: nothing wakes it
 * @param idleAfter so long without use, and it sleeps; null: it never does
 */
public record RunPlan(boolean suspended, @Nullable Duration idleAfter) {
    public static final RunPlan ALWAYS = new RunPlan(false, null);
}
