package dev.precinct.gateway.http;

import dev.precinct.gateway.authentication.Authentication;
import dev.precinct.gateway.authentication.Authenticator;
import dev.precinct.gateway.authentication.Identity;
import dev.precinct.gateway.exchange.Exchange;
import dev.precinct.gateway.exchange.RejectedException;
import dev.precinct.gateway.exchange.Rejection;
import dev.precinct.gateway.routing.Access;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;

/** Lets a request in, or not: who sends it, and whether the route's action is his. */
final class Doorkeeper {
    private static final HeaderName REQUESTED_WITH = HeaderNames.create("X-Requested-With");
    private static final HeaderName FETCH_MODE = HeaderNames.create("Sec-Fetch-Mode");

    private final Authenticator authenticator;

    Doorkeeper(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** @throws RejectedException unless the request may pass */
    void admit(Exchange exchange) {
        switch (exchange.route().access()) {
            case Access.Public everyone -> {}
            case Access.Authenticated users -> exchange.sentBy(identified(exchange));
            case Access.Action action -> {
                var identity = identified(exchange);
                exchange.sentBy(identity);
                if (!identity.mayDo(action.name())) {
                    throw new RejectedException(Rejection.forbidden());
                }
            }
        }
    }

    private Identity identified(Exchange exchange) {
        var evidence = new Authenticator.Evidence(
                exchange.header(HeaderNames.AUTHORIZATION).orElse(null),
                Cookies.sessionIn(exchange.request().headers()).orElse(null),
                exchange.clientAddress());
        return require(exchange, authenticator.authenticate(exchange.tenant(), evidence));
    }

    /** @throws RejectedException unless it names a user */
    static Identity require(Exchange exchange, Authentication authentication) {
        return switch (authentication) {
            case Authentication.Known known -> known.identity();
            case Authentication.Anonymous nobody -> throw unauthorized(exchange);
            case Authentication.Wrong wrong -> {
                exchange.claimedBy(wrong.user());
                throw unauthorized(exchange);
            }
            case Authentication.Throttled throttled -> {
                exchange.claimedBy(throttled.user());
                throw new RejectedException(Rejection.tooManyFailures(throttled.retryAfter()));
            }
            case Authentication.Undecidable undecidable ->
                throw new RejectedException(Rejection.notNow(undecidable.reason()));
        };
    }

    private static RejectedException unauthorized(Exchange exchange) {
        return new RejectedException(Rejection.unauthorized(challenge(exchange)));
    }

    /**
     * Basic for programs. A page that calls the native API gets a scheme that no browser knows: Basic would open the browser's own
     * password window over the portal's.
     */
    private static String challenge(Exchange exchange) {
        boolean page = exchange.header(FETCH_MODE).isPresent()
                || exchange.header(REQUESTED_WITH).isPresent();
        boolean session = exchange.rawPath().equals("/v1/session");
        boolean basic = exchange.isCmx() || !(page || session);
        return (basic ? "Basic" : "Session") + " realm=\"" + exchange.tenant().name() + "\", charset=\"UTF-8\"";
    }
}
