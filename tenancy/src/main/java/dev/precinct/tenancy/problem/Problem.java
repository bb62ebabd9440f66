package dev.precinct.tenancy.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem. {@code type} is stable and starts with {@code https://precinct.dev/problems/}; {@code errors} names each bad
 * field and what would be right.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String BASE = "https://precinct.dev/problems/";

    /** One field of the request that is wrong: a JSON pointer or a parameter's name, and what would be right. */
    public record FieldError(String field, String message) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    /** @param name last part of the type, for example {@code runtime-unavailable} */
    public static Problem of(int status, String name, String title, @Nullable String detail) {
        return new Problem(BASE + name, title, status, detail, null, List.of());
    }

    public Problem withErrors(List<FieldError> fieldErrors) {
        return new Problem(type, title, status, detail, instance, fieldErrors);
    }

    /** @param requestId the id that the access log has for this request */
    public Problem withInstance(String requestId) {
        return new Problem(type, title, status, detail, requestId, errors);
    }
}
