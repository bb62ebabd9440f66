package dev.precinct.gateway.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precinct.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts failed logins by user and address; {@link #LIMIT} in a window end further tries until the window is over. By address too, so
 * that nobody can lock another out from elsewhere.
 */
public final class FailedLogins {
    public static final int LIMIT = 10;
    public static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Cache<Source, Failures> bySource = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(WINDOW.multipliedBy(2))
            .build();

    /** Who tried, and from where. */
    public record Source(TenantId tenant, String user, String address) {}

    private record Failures(Instant since, int count) {}

    public FailedLogins(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait; empty when a try is allowed. */
    public Optional<Duration> pauseOf(Source source) {
        var failures = bySource.getIfPresent(source);
        if (failures == null || failures.count < LIMIT) {
            return Optional.empty();
        }
        var left = Duration.between(clock.instant(), failures.since.plus(WINDOW));
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    public void failed(Source source) {
        Instant now = clock.instant();
        bySource.asMap()
                .merge(
                        source,
                        new Failures(now, 1),
                        (before, one) -> before.since.plus(WINDOW).isAfter(now)
                                ? new Failures(before.since, before.count + 1)
                                : one);
    }

    public void succeeded(Source source) {
        bySource.invalidate(source);
    }
}
