package dev.precinct.runtime.nativeapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.runtime.edge.Failures;
import dev.precinct.tenancy.problem.Problem;
import dev.precinct.tenancy.problem.Problem.FieldError;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Answers of the native API. */
public final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Answers() {}

    /** @param body records, lists and maps of texts, numbers and flags */
    public static Response json(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(text(body))
                .build();
    }

    public static String text(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of records is always JSON", e);
        }
    }

    /** Foreign and missing are one: the same bytes for both. */
    public static Response notFound() {
        return Failures.problem(Problem.of(404, "not-found", "Not found", null));
    }

    public static Response invalid(List<FieldError> errors) {
        return Failures.problem(
                Problem.of(422, "invalid", "Some values are not valid", null).withErrors(errors));
    }

    public static Response invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** ISO-8601 with offset. */
    public static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
