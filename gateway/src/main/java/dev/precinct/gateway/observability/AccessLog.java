package dev.precinct.gateway.observability;

import dev.precinct.gateway.exchange.Exchange;
import dev.precinct.gateway.exchange.Rejection;
import dev.precinct.gateway.routing.Route;
import dev.precinct.gateway.routing.Target;
import dev.precinct.gateway.tenants.TenantSite;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One JSON line for each request, and one more for each denied one. No query: it may hold addresses of people's devices. No secret: the
 * last part of a notification's path is masked.
 */
public final class AccessLog {
    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final Logger AUDIT = LoggerFactory.getLogger("audit");

    private final Clock clock;

    public AccessLog(Clock clock) {
        this.clock = clock;
    }

    public void answered(Exchange exchange, long tookNanos) {
        if (!ACCESS.isInfoEnabled()) {
            return;
        }
        var line = started(exchange, "access")
                .with("status", exchange.response().status().code())
                .with("bytes", exchange.bodyBytes())
                .withMillis("durationMs", tookNanos);
        if (exchange.upstreamNanos() >= 0) {
            line.withMillis("upstreamMs", exchange.upstreamNanos());
        }
        if (exchange.heldNanos() > 0) {
            line.withMillis("heldMs", exchange.heldNanos());
        }
        if (exchange.isCut()) {
            line.with("ended", "cut");
        }
        ACCESS.info(line.toString());
    }

    /** An access that was denied: audit. */
    public void denied(Exchange exchange, Rejection rejection) {
        AUDIT.info(started(exchange, "denied")
                .with("status", rejection.status())
                .with("reason", rejection.name())
                .with("address", exchange.clientAddress())
                .toString());
    }

    /** Something that a user did at the gateway itself: audit. */
    public void happened(Exchange exchange, String what) {
        AUDIT.info(started(exchange, what)
                .with("address", exchange.clientAddress())
                .toString());
    }

    private JsonLine started(Exchange exchange, String kind) {
        return new JsonLine()
                .with("kind", kind)
                .with("time", clock.instant().toString())
                .with("requestId", exchange.id())
                .with("tenant", exchange.findTenant().map(TenantSite::name).orElse(null))
                .with("user", exchange.findUser().orElse(null))
                .with("route", exchange.findRoute().map(Route::path).orElse(null))
                .with("method", exchange.method())
                .with("path", path(exchange));
    }

    private static String path(Exchange exchange) {
        // By prefix too: a secret on a path that has no route is a secret still.
        boolean secret = exchange.rawPath().startsWith("/cmx/notifications/")
                || exchange.findRoute()
                        .filter(route -> route.target() == Target.RUNTIME_UNASSERTED)
                        .isPresent();
        return secret ? "/cmx/notifications/***" : exchange.rawPath();
    }
}
