package dev.precinct.gateway.config;

import java.time.Duration;

/**
 * How many requests may wait for a runtime that does not listen, and for how long.
 *
 * @param perTenant at most so many for one tenant
 * @param all at most so many at all
 */
public record HoldLimits(Duration longest, int perTenant, int all) {
    public static final HoldLimits USUAL = new HoldLimits(Duration.ofSeconds(60), 100, 1_000);
}
