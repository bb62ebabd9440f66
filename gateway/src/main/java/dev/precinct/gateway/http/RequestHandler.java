package dev.precinct.gateway.http;

import dev.precinct.gateway.exchange.Answers;
import dev.precinct.gateway.exchange.Exchange;
import dev.precinct.gateway.exchange.RejectedException;
import dev.precinct.gateway.exchange.Rejection;
import dev.precinct.gateway.observability.AccessLog;
import dev.precinct.gateway.observability.RequestMetrics;
import dev.precinct.gateway.portal.Portal;
import dev.precinct.gateway.proxy.RuntimeProxy;
import dev.precinct.gateway.routing.RequestPath;
import dev.precinct.gateway.routing.Route;
import dev.precinct.gateway.routing.RouteMatch;
import dev.precinct.gateway.routing.RouteTable;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.gateway.tenants.Tenants;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The order of checks for every request: host, path, size, origin, user, action; then whoever answers the route. */
final class RequestHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private final Tenants tenants;
    private final RouteTable routes;
    private final CrossSite crossSite;
    private final Doorkeeper doorkeeper;
    private final Destinations destinations;
    private final AccessLog log;
    private final RequestMetrics metrics;

    /** Who answers, by target. */
    record Destinations(SessionEndpoint sessions, RuntimeProxy runtimes, Portal portal) {}

    RequestHandler(
            Tenants tenants,
            RouteTable routes,
            CrossSite crossSite,
            Doorkeeper doorkeeper,
            Destinations destinations,
            AccessLog log,
            RequestMetrics metrics) {
        this.tenants = tenants;
        this.routes = routes;
        this.crossSite = crossSite;
        this.doorkeeper = doorkeeper;
        this.destinations = destinations;
        this.log = log;
        this.metrics = metrics;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var exchange = new Exchange(request, response);
        try {
            serve(exchange);
        } catch (RejectedException e) {
            reject(exchange, e.rejection());
        } catch (CloseConnectionException e) {
            exchange.cutOff();
            throw e;
        } catch (RuntimeException e) {
            fail(exchange, e);
        } finally {
            long tookNanos = System.nanoTime() - exchange.startedAtNanos();
            log.answered(exchange, tookNanos);
            metrics.answered(exchange, tookNanos);
        }
        closeIfAsked(request);
    }

    /** Helidon answers {@code Connection: close} with the same and goes on waiting: a client that reads to the end would wait too. */
    private static void closeIfAsked(ServerRequest request) {
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)
                && request.content().consumed()) {
            throw new CloseConnectionException("the client asked for it");
        }
    }

    private void serve(Exchange exchange) {
        exchange.belongsTo(siteOf(exchange));
        var segments = RequestPath.segments(exchange.rawPath())
                .orElseThrow(() -> new RejectedException(Rejection.badRequest("the path is ambiguous")));
        exchange.goesBy(routeOf(exchange, segments));
        checkFraming(exchange);
        if (crossSite.isForbidden(exchange)) {
            throw new RejectedException(Rejection.crossSite());
        }
        doorkeeper.admit(exchange);
        switch (exchange.route().target()) {
            case GATEWAY -> own(exchange, () -> destinations.sessions.answer(exchange));
            case PORTAL -> own(exchange, () -> destinations.portal.answer(exchange, segments));
            case RUNTIME, RUNTIME_UNASSERTED -> destinations.runtimes.forward(exchange);
            case NONE -> throw new RejectedException(Rejection.notFound());
        }
    }

    private static void own(Exchange exchange, Runnable answer) {
        identify(exchange);
        answer.run();
    }

    private static void identify(Exchange exchange) {
        exchange.response().header(HeaderValues.create(Exchange.REQUEST_ID, exchange.id()));
    }

    private TenantSite siteOf(Exchange exchange) {
        List<String> hosts = exchange.request().headers().all(HeaderNames.HOST, List::of);
        var site = hosts.size() == 1 ? tenants.findByHost(hosts.getFirst()) : java.util.Optional.<TenantSite>empty();
        return site.orElseThrow(() -> new RejectedException(
                tenants.synced() ? Rejection.unknownHost() : Rejection.notNow("the tenants are not known yet")));
    }

    private Route routeOf(Exchange exchange, List<String> segments) {
        return switch (routes.match(exchange.method(), segments)) {
            case RouteMatch.Found found -> found.route();
            case RouteMatch.Missing missing -> throw new RejectedException(Rejection.notFound());
            case RouteMatch.OtherMethods others ->
                throw new RejectedException(Rejection.methodNotAllowed(others.allowed()));
        };
    }

    /** A body that two readers could measure differently is refused, and one that is too long by its own word. */
    private static void checkFraming(Exchange exchange) {
        var headers = exchange.request().headers();
        long limit = exchange.route().bodyLimitBytes();
        if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            boolean plain = headers.contains(HeaderValues.TRANSFER_ENCODING_CHUNKED)
                    && !headers.contains(HeaderNames.CONTENT_LENGTH);
            if (!plain) {
                throw new RejectedException(Rejection.badRequest("the body's length is ambiguous"));
            }
            if (limit == 0) {
                throw new RejectedException(Rejection.tooLarge(0));
            }
        }
        if (headers.contentLength().orElse(0) > limit) {
            throw new RejectedException(Rejection.tooLarge(limit));
        }
    }

    private void reject(Exchange exchange, Rejection rejection) {
        switch (rejection.status()) {
            case 401, 403, 429 -> log.denied(exchange, rejection);
            default -> LOG.debug("request {} refused: {}", exchange.id(), rejection.name());
        }
        identify(exchange);
        Answers.reject(exchange, rejection);
    }

    private static void fail(Exchange exchange, RuntimeException failure) {
        if (exchange.response().isSent() || exchange.bodyBytes() > 0) {
            // Mostly a client that left; nothing can be said to it any more.
            LOG.debug("request {} ended while it was answered", exchange.id(), failure);
            exchange.cutOff();
            throw new CloseConnectionException("ended while it was answered", failure);
        }
        LOG.error("request {} failed", exchange.id(), failure);
        exchange.response().headers().clear();
        identify(exchange);
        Answers.reject(exchange, Rejection.internalError());
    }
}
