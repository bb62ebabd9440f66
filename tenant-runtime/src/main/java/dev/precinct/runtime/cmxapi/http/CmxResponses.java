package dev.precinct.runtime.cmxapi.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.runtime.cmx.CmxJson;
import dev.precinct.runtime.cmxapi.clients.ClientAnswer;
import dev.precinct.runtime.edge.Failures;
import dev.precinct.runtime.edge.RawQuery;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;

/** Answers as CMX gives them. */
final class CmxResponses {
    private static final ObjectMapper MAPPER = CmxJson.mapper();

    private CmxResponses() {}

    static RawQuery query(ContainerRequestContext request) {
        return RawQuery.parse(request.getUriInfo().getRequestUri().getRawQuery());
    }

    static Response json(JsonNode node) {
        try {
            return Response.ok(MAPPER.writeValueAsBytes(node), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes is always JSON", e);
        }
    }

    static Response list(ClientAnswer answer) {
        StreamingOutput body = answer::writeTo;
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, answer.length())
                .build();
    }

    /** Foreign and missing are one: the same bytes for both. */
    static Response foundOr404(Optional<? extends JsonNode> found) {
        return found.map(CmxResponses::json).orElseGet(CmxResponses::notFound);
    }

    static Response notFound() {
        return Failures.cmx(404, "Not found");
    }

    /** A user who gets counts only. */
    static Response countsOnly() {
        return Failures.cmx(403, "Your account may see counts only");
    }

    static Response tooFewToTell() {
        return Failures.cmx(403, "Fewer than 5 devices: the number is not shown to your account");
    }
}
