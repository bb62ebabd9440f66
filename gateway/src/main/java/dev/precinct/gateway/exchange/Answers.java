package dev.precinct.gateway.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.tenancy.problem.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the gateway's own answers: RFC 9457 problems, or CMX's error objects below {@code /api/}. */
public final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    public static void reject(Exchange exchange, Rejection rejection) {
        var response = exchange.response();
        response.status(Status.create(rejection.status()));
        rejection.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        if (hasUnreadBody(exchange)) {
            // What is not read can't be skipped safely: the connection ends with this answer.
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        boolean cmx = exchange.isCmx();
        send(
                exchange,
                cmx ? "application/json" : Problem.MEDIA_TYPE,
                cmx ? cmxError(exchange, rejection) : problem(exchange, rejection));
    }

    private static boolean hasUnreadBody(Exchange exchange) {
        var headers = exchange.request().headers();
        return (headers.contains(HeaderNames.CONTENT_LENGTH) && !headers.contains(HeaderValues.CONTENT_LENGTH_ZERO))
                || headers.contains(HeaderNames.TRANSFER_ENCODING);
    }

    private static Object problem(Exchange exchange, Rejection rejection) {
        return Problem.of(rejection.status(), rejection.name(), rejection.title(), rejection.detail())
                .withInstance(exchange.id());
    }

    private static Object cmxError(Exchange exchange, Rejection rejection) {
        boolean v3 = rejection.status() == 400 && exchange.rawPath().startsWith("/api/location/v3/");
        return v3
                ? Map.of("success", false, "error", Map.of("message", rejection.title()))
                : Map.of("error", rejection.title());
    }

    /** 200 with JSON, or with the status that was set before. */
    public static void json(Exchange exchange, Object body) {
        send(exchange, "application/json", body);
    }

    private static void send(Exchange exchange, String mediaType, Object body) {
        exchange.response().header(HeaderNames.CONTENT_TYPE, mediaType);
        exchange.response().header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));
        send(exchange, written(body).getBytes(StandardCharsets.UTF_8));
    }

    /** The body, or for HEAD its length alone. */
    public static void send(Exchange exchange, byte[] body) {
        if (exchange.method().equals("HEAD")) {
            exchange.response().headers().contentLength(body.length);
            exchange.response().send(new byte[0]);
            return;
        }
        exchange.sentBody(body.length);
        exchange.response().send(body);
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }
}
