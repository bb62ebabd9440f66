package dev.precinct.gateway.proxy;

import dev.precinct.gateway.config.RuntimeSettings;
import dev.precinct.gateway.demand.Demand;
import dev.precinct.gateway.exchange.Answers;
import dev.precinct.gateway.exchange.Exchange;
import dev.precinct.gateway.exchange.RejectedException;
import dev.precinct.gateway.exchange.Rejection;
import dev.precinct.gateway.routing.Target;
import dev.precinct.gateway.tenants.TenantSite;
import dev.precinct.gateway.upstream.HeaderField;
import dev.precinct.gateway.upstream.UpstreamClient;
import dev.precinct.gateway.upstream.UpstreamException;
import dev.precinct.gateway.upstream.UpstreamRequest;
import dev.precinct.gateway.upstream.UpstreamResponse;
import dev.precinct.tenancy.runtime.RuntimeAddresses;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a request to the tenant's runtime and its answer back while it comes in. An answer that ends too early ends the client's
 * connection too: it must never look whole.
 */
public final class RuntimeProxy {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeProxy.class);

    /** Answers up to this size are read whole and sent in one piece; so a runtime that cuts them off becomes a clean 502. */
    private static final int IN_ONE_PIECE_BYTES = 64 * 1024;

    private static final int COPY_BYTES = 64 * 1024;

    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private final RuntimeAddresses addresses;
    private final UpstreamClient client;
    private final Assertions assertions;
    private final OpenStreams streams;
    private final RuntimePlaces places;
    private final Waits waits;
    private final String publicScheme;

    /** What a request meets whose runtime does not listen. */
    public record Waits(Demand demand, HeldRequests held) {}

    public RuntimeProxy(
            RuntimeAddresses addresses,
            UpstreamClient client,
            Assertions assertions,
            OpenStreams streams,
            Waits waits,
            RuntimeSettings settings,
            String publicScheme) {
        this.addresses = addresses;
        this.client = client;
        this.assertions = assertions;
        this.streams = streams;
        this.waits = waits;
        this.places = new RuntimePlaces(settings);
        this.publicScheme = publicScheme;
    }

    /** With the gateway's word for the exchange's user, if it has one. */
    public void forward(Exchange exchange) {
        if (makesDemand(exchange)) {
            waits.demand.used(exchange.tenant());
        }
        try (var place =
                places.take(exchange.tenant().namespace(), exchange.route().streaming())) {
            exchanged(exchange);
        }
    }

    private void exchanged(Exchange exchange) {
        long sentAtNanos = System.nanoTime();
        try (var answer = send(exchange)) {
            exchange.upstreamTook(System.nanoTime() - sentAtNanos - exchange.heldNanos());
            copyHead(exchange, answer);
            if (exchange.route().streaming()) {
                watchAndCopy(exchange, answer);
            } else {
                copy(exchange, answer);
            }
        } catch (UpstreamException e) {
            LOG.warn(
                    "request {} to the runtime of {}: {}",
                    exchange.id(),
                    exchange.tenant().name(),
                    e.toString());
            if (exchange.upstreamNanos() < 0) {
                exchange.upstreamTook(System.nanoTime() - sentAtNanos - exchange.heldNanos());
            }
            throw failed(exchange, e);
        }
    }

    /** What a CMX pushes is no use of the tenant by anybody, so it wakes none and waits for none. */
    private static boolean makesDemand(Exchange exchange) {
        return exchange.route().target() == Target.RUNTIME
                && !exchange.tenant().plan().suspended();
    }

    private UpstreamResponse send(Exchange exchange) throws UpstreamException {
        try {
            return sent(exchange);
        } catch (UpstreamException e) {
            if (makesDemand(exchange) && maySendAgain(exchange, e)) {
                return sentWhenItListens(exchange, e);
            }
            throw e;
        }
    }

    /** Nothing was sent; or it was, it changes nothing, and not a byte of an answer came. */
    private static boolean maySendAgain(Exchange exchange, UpstreamException failure) {
        boolean reads = exchange.method().equals("GET") || exchange.method().equals("HEAD");
        return switch (failure) {
            case UpstreamException.Unavailable e -> true;
            case UpstreamException.Broken e -> e.isEnd() && reads;
            case UpstreamException.TimedOut e -> false;
        };
    }

    private UpstreamResponse sentWhenItListens(Exchange exchange, UpstreamException first) throws UpstreamException {
        var tenant = exchange.tenant();
        UpstreamException last = first;
        try (var hold = waits.held.take(tenant.namespace())) {
            try {
                while (hold.await(() -> listens(tenant))) {
                    try {
                        return sent(exchange);
                    } catch (UpstreamException e) {
                        if (e instanceof UpstreamException.Broken && last instanceof UpstreamException.Broken
                                || !maySendAgain(exchange, e)) {
                            throw e;
                        }
                        last = e;
                    }
                }
            } finally {
                exchange.heldFor(hold.tookNanos());
            }
        }
        throw last;
    }

    private boolean listens(TenantSite tenant) {
        waits.demand.awaited(tenant);
        try {
            client.connect(addressOf(tenant));
            return true;
        } catch (UpstreamException e) {
            return false;
        }
    }

    private InetSocketAddress addressOf(TenantSite tenant) throws UpstreamException {
        return addresses
                .find(tenant.namespace(), RuntimeAddresses.HTTP)
                .orElseThrow(() -> new UpstreamException.Unavailable("no runtime is known to listen"));
    }

    private UpstreamResponse sent(Exchange exchange) throws UpstreamException {
        var address = addressOf(exchange.tenant());
        if (hasBody(exchange)) {
            client.connect(address);
        }
        String assertion = exchange.findIdentity().map(assertions::of).orElse(null);
        var route = exchange.route();
        return client.send(
                address,
                new UpstreamRequest(
                        exchange.method(),
                        exchange.rawTarget(),
                        ForwardedHeaders.toRuntime(exchange, publicScheme, assertion),
                        body(exchange),
                        route.timeLimit(),
                        route.streaming()));
    }

    private static boolean hasBody(Exchange exchange) {
        var headers = exchange.request().headers();
        return headers.contentLength().orElse(-1) > 0 || headers.contains(HeaderNames.TRANSFER_ENCODING);
    }

    private static UpstreamRequest.Body body(Exchange exchange) {
        var headers = exchange.request().headers();
        long limit = exchange.route().bodyLimitBytes();
        long length = headers.contentLength().orElse(-1);
        if (!hasBody(exchange)) {
            return new UpstreamRequest.Body.Empty();
        }
        var in = new LimitedBody(exchange.request().content().inputStream(), limit);
        if (length < 0 || length > IN_ONE_PIECE_BYTES) {
            return new UpstreamRequest.Body.Stream(in, length);
        }
        try {
            return new UpstreamRequest.Body.Bytes(in.readAllBytes());
        } catch (IOException e) {
            throw new CloseConnectionException("the client left while it sent its request", e);
        }
    }

    private static void copyHead(Exchange exchange, UpstreamResponse answer) {
        var response = exchange.response();
        response.status(Status.create(answer.head().status()));
        for (HeaderField field : ForwardedHeaders.toClient(answer.head())) {
            response.headers().add(HeaderValues.create(HeaderNames.create(field.name()), field.value()));
        }
        // Whatever a runtime forgets: answers about people belong into no shared cache.
        response.headers().setIfAbsent(NO_STORE);
        response.headers().set(HeaderValues.create(Exchange.REQUEST_ID, exchange.id()));
    }

    private void watchAndCopy(Exchange exchange, UpstreamResponse answer) throws UpstreamException {
        var identity = exchange.findIdentity();
        if (identity.isEmpty() || answer.head().status() != 200) {
            copy(exchange, answer);
            return;
        }
        answer.waitForever();
        var stream = streams.add(identity.get(), exchange.route().access(), answer::close);
        try {
            copy(exchange, answer);
        } finally {
            streams.remove(stream);
        }
    }

    private static void copy(Exchange exchange, UpstreamResponse answer) throws UpstreamException {
        if (!answer.hasBody()) {
            answer.head().find("Content-Length").ifPresent(length -> keepLength(exchange, length));
            exchange.response().send();
        } else if (answer.length() >= 0 && answer.length() <= IN_ONE_PIECE_BYTES) {
            Answers.send(exchange, whole(answer));
        } else {
            stream(exchange, answer);
        }
    }

    /** The length that a body would have had: HEAD. */
    private static void keepLength(Exchange exchange, String length) {
        if (exchange.method().equals("HEAD")) {
            exchange.response().headers().set(HeaderValues.create(HeaderNames.CONTENT_LENGTH, length));
        }
    }

    private static byte[] whole(UpstreamResponse answer) throws UpstreamException {
        byte[] body = new byte[(int) answer.length()];
        int filled = 0;
        while (filled < body.length) {
            filled += answer.read(body, filled, body.length - filled);
        }
        return body;
    }

    private static void stream(Exchange exchange, UpstreamResponse answer) throws UpstreamException {
        if (answer.length() >= 0) {
            exchange.response().headers().contentLength(answer.length());
        }
        byte[] buffer = new byte[COPY_BYTES];
        // Nothing is promised to the client before the first bytes are here.
        int read = answer.read(buffer, 0, buffer.length);
        try {
            OutputStream out = exchange.response().outputStream();
            while (read >= 0) {
                exchange.sentBody(read);
                out.write(buffer, 0, read);
                out.flush();
                read = answer.read(buffer, 0, buffer.length);
            }
            out.close();
        } catch (IOException | UncheckedIOException e) {
            exchange.cutOff();
            throw new CloseConnectionException("the client left", e);
        }
    }

    private static RuntimeException failed(Exchange exchange, UpstreamException failure) {
        if (exchange.bodyBytes() > 0 || exchange.response().isSent()) {
            exchange.cutOff();
            return new CloseConnectionException("the runtime's answer ended too early", failure);
        }
        exchange.response().headers().clear();
        return new RejectedException(
                switch (failure) {
                    case UpstreamException.Unavailable e -> Rejection.runtimeUnavailable();
                    case UpstreamException.TimedOut e -> Rejection.runtimeTooSlow();
                    case UpstreamException.Broken e -> Rejection.runtimeBroken();
                });
    }
}
