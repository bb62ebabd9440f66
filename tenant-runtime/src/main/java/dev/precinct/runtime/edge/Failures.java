package dev.precinct.runtime.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.tenancy.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Errors in the shape of the API that was asked: CMX's under {@code api/}, RFC 9457 everywhere else. */
public final class Failures {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON = "application/json";

    private Failures() {}

    /** @param path of the request, without a leading slash */
    public static Response of(String path, Problem problem) {
        return path.startsWith("api/") ? cmx(problem.status(), problem.title()) : problem(problem);
    }

    public static Response problem(Problem problem) {
        return answer(problem.status(), problem, Problem.MEDIA_TYPE);
    }

    /** {@code {"error":"…"}}, as CMX writes it. */
    public static Response cmx(int status, String message) {
        return answer(status, Map.of("error", message), JSON);
    }

    /** How v3 refuses a query. */
    public static Response refusedQuery(String message) {
        return answer(400, Map.of("success", false, "error", Map.of("message", message)), JSON);
    }

    private static Response answer(int status, Object body, String mediaType) {
        try {
            return Response.status(status)
                    .type(mediaType)
                    .entity(MAPPER.writeValueAsBytes(body))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map or record of texts and numbers is always JSON", e);
        }
    }
}
