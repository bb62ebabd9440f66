package dev.precinct.simulator.http;

import dev.precinct.simulator.fault.Fault;
import dev.precinct.simulator.fault.FaultKind;
import dev.precinct.simulator.fault.Faults;
import dev.precinct.simulator.location.BadQueryException;
import dev.precinct.simulator.rawhttp.RawQuery;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.settings.Quirk;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Every request's way: fault, route, credentials, action, and errors in the appliance's words. */
final class Dispatcher implements Handler {
    static final String SYSTEM_ERROR = "CMX: System error";
    private static final String LOGIN_PAGE = "/login";

    private final RouteTable table;
    private final Accounts accounts;
    private final Faults faults;
    private final Behaviour behaviour;
    private final RequestCounts counts;

    Dispatcher(RouteTable table, Accounts accounts, Faults faults, Behaviour behaviour, RequestCounts counts) {
        this.table = table;
        this.accounts = accounts;
        this.faults = faults;
        this.behaviour = behaviour;
        this.counts = counts;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        dispatch(request, response);
        // The server announces the end of the connection and then waits for the client to end it.
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("asked for by the client");
        }
    }

    private void dispatch(ServerRequest request, ServerResponse response) throws IOException {
        var rawPath = request.prologue().uriPath().rawPath();
        var fault = rawPath.startsWith("/api/") ? faults.hit(rawPath) : Optional.<Fault>empty();
        var cut = fault.isPresent() && fault.get().kind() == FaultKind.CUT;
        var segments = RawQuery.segments(rawPath);
        var match = table.find(request.prologue().method().text(), segments);
        match.ifPresent(found ->
                counts.count(found.route().method() + " " + found.route().pattern()));
        var exchange = new Exchange(
                request, response, match.map(RouteTable.Match::values).orElse(Map.of()), cut);
        if (fault.isPresent() && answered(fault.get(), exchange)) {
            return;
        }
        if (match.isEmpty()) {
            exchange.error(table.knows(segments) ? 405 : 404, "Not found");
            return;
        }
        var route = match.get().route();
        if (route.access() == Access.LOOPBACK && !local(request)) {
            exchange.error(403, "only on this machine");
        } else if (!accounts.admit(
                route.access(),
                request.headers().value(HeaderNames.AUTHORIZATION).orElse(null))) {
            refuse(exchange);
        } else {
            act(route, exchange);
        }
    }

    private static void act(Route route, Exchange exchange) throws IOException {
        try {
            route.action().answer(exchange);
        } catch (BadQueryException e) {
            if (route.access() == Access.API_SERVER) {
                exchange.json(400, Json.refusal(e.getMessage()));
            } else {
                exchange.error(400, String.valueOf(e.getMessage()));
            }
        }
    }

    private void refuse(Exchange exchange) throws IOException {
        if (behaviour.has(Quirk.LOGIN_REDIRECT)) {
            exchange.redirect(LOGIN_PAGE);
        } else {
            exchange.error(401, SYSTEM_ERROR);
        }
    }

    /** Whether the fault was the whole answer. */
    private static boolean answered(Fault fault, Exchange exchange) throws IOException {
        switch (fault.kind()) {
            case SLOW -> {
                LockSupport.parkNanos(fault.delayMillis() * 1_000_000);
                return false;
            }
            case CUT, NONE -> {
                return false;
            }
            case UNAUTHORIZED -> exchange.error(401, SYSTEM_ERROR);
            case REDIRECT -> exchange.redirect(LOGIN_PAGE);
            case SYSTEM_ERROR -> exchange.error(500, SYSTEM_ERROR);
            case UNAVAILABLE -> exchange.error(503, SYSTEM_ERROR);
            case EMPTY -> exchange.empty(204);
        }
        return true;
    }

    private static boolean local(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress peer
                && Optional.ofNullable(peer.getAddress())
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }
}
