package dev.precinct.gateway.http;

import dev.precinct.gateway.authentication.Authenticator;
import dev.precinct.gateway.observability.AccessLog;
import dev.precinct.gateway.observability.RequestMetrics;
import dev.precinct.gateway.portal.Portal;
import dev.precinct.gateway.proxy.RuntimeProxy;
import dev.precinct.gateway.routing.RouteTable;
import dev.precinct.gateway.tenants.Tenants;
import io.helidon.common.tls.Tls;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.util.Optional;

/** The server for requests. */
public final class GatewayServer implements AutoCloseable {
    /** Programs put long lists of filters into queries. */
    private static final int LONGEST_REQUEST_LINE_BYTES = 16 * 1024;

    private static final int LARGEST_HEADERS_BYTES = 32 * 1024;

    private final WebServer server;

    /** What the door needs from inside. */
    public record Rooms(
            Tenants tenants,
            RouteTable routes,
            Authenticator authenticator,
            RuntimeProxy runtimes,
            Portal portal,
            AccessLog log,
            RequestMetrics metrics) {}

    /**
     * @param port 0 for any free one
     * @param tls empty: plain HTTP
     */
    public GatewayServer(int port, Optional<Tls> tls, String publicScheme, Rooms rooms) {
        var handler = new RequestHandler(
                rooms.tenants,
                rooms.routes,
                new CrossSite(publicScheme),
                new Doorkeeper(rooms.authenticator),
                new RequestHandler.Destinations(
                        new SessionEndpoint(rooms.authenticator, new Cookies(publicScheme.equals("https")), rooms.log),
                        rooms.runtimes,
                        rooms.portal),
                rooms.log,
                rooms.metrics);
        var builder = WebServer.builder();
        tls.ifPresent(builder::tls);
        this.server = builder.port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofSeconds(5))
                .contentEncoding(ContentEncodingContext.builder()
                        .contentEncodingsDiscoverServices(false)
                        .build())
                // The last piece of an answer must not wait 40 ms for the client to acknowledge the one before.
                .connectionOptions(options -> options.tcpNoDelay(true))
                // Answers are passed on in the pieces in which they come: a buffer in between would hold events back.
                .writeBufferSize(0)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new LenientConnections(http1()))
                .directHandlers(PlainProblems.handlers())
                .routing(routing -> routing.any(handler))
                .build()
                .start();
    }

    private static Http1Config http1() {
        return Http1Config.builder()
                // CMX programs send raw > in queries, and a missing host is our 404.
                .validatePath(false)
                .validatePrologue(false)
                .validateRequestHostHeader(false)
                .maxPrologueLength(LONGEST_REQUEST_LINE_BYTES)
                .maxHeadersSize(LARGEST_HEADERS_BYTES)
                // The listeners log every byte at a level that nobody reads here; without them nothing is formatted.
                .sendLog(false)
                .receiveLog(false)
                .build();
    }

    public int port() {
        return server.port();
    }

    /** Takes no new requests and lets those that run end. */
    @Override
    public void close() {
        server.stop();
    }
}
