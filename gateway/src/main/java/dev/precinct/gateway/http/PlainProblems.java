package dev.precinct.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.tenancy.problem.Problem;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers to what is no request at all: Helidon asks here before a handler ever sees it. */
final class PlainProblems implements DirectHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    static DirectHandlers handlers() {
        var handlers = DirectHandlers.builder();
        var problems = new PlainProblems();
        for (var type : EventType.values()) {
            handlers.addHandler(type, problems);
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        boolean ours = status.code() >= 500;
        var problem = Problem.of(
                status.code(),
                ours ? "internal-error" : "bad-request",
                ours ? "Something went wrong in the gateway" : "The request is not HTTP as it should be",
                null);
        try {
            return TransportResponse.builder()
                    .status(status)
                    .headers(headers)
                    .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .keepAlive(false)
                    .entity(JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers is always JSON", e);
        }
    }
}
