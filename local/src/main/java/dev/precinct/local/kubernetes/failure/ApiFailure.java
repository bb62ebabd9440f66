package dev.precinct.local.kubernetes.failure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A refusal that the caller gets as a Kubernetes Status. */
public final class ApiFailure extends RuntimeException {
    private final int code;
    private final String reason;
    private final @Nullable ObjectNode details;

    private ApiFailure(int code, String reason, String message, @Nullable ObjectNode details) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    public static ApiFailure notFound(Subject subject) {
        return new ApiFailure(
                404,
                "NotFound",
                subject.qualifiedPlural() + " \"" + subject.name() + "\" not found",
                details(subject, subject.plural(), List.of()));
    }

    public static ApiFailure noSuchPath() {
        return new ApiFailure(404, "NotFound", "the server could not find the requested resource", node());
    }

    public static ApiFailure alreadyExists(Subject subject) {
        return new ApiFailure(
                409,
                "AlreadyExists",
                subject.qualifiedPlural() + " \"" + subject.name() + "\" already exists",
                details(subject, subject.plural(), List.of()));
    }

    public static ApiFailure modified(Subject subject) {
        return conflict(
                subject, "the object has been modified; please apply your changes to the latest version and try again");
    }

    public static ApiFailure conflict(Subject subject, String why) {
        return new ApiFailure(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + subject.qualifiedPlural() + " \"" + subject.name() + "\": " + why,
                details(subject, subject.plural(), List.of()));
    }

    /** An apply that would take over fields of other managers. */
    public static ApiFailure applyConflict(String message, List<Cause> causes) {
        ObjectNode details = node();
        causesOf(details, causes);
        return new ApiFailure(409, "Conflict", message, details);
    }

    public static ApiFailure invalid(Subject subject, List<Cause> causes) {
        String list = causes.stream()
                .map(c -> c.field().isEmpty() ? c.message() : c.field() + ": " + c.message())
                .distinct()
                .collect(Collectors.joining(", "));
        return new ApiFailure(
                422,
                "Invalid",
                subject.qualifiedKind() + " \"" + subject.name() + "\" is invalid: "
                        + (causes.size() > 1 ? "[" + list + "]" : list),
                details(subject, subject.kind(), causes));
    }

    /** A patch that cannot be carried out. */
    public static ApiFailure unprocessable(String message) {
        return new ApiFailure(422, "Invalid", message, null);
    }

    public static ApiFailure badRequest(String message) {
        return new ApiFailure(400, "BadRequest", message, null);
    }

    public static ApiFailure unauthorized() {
        return new ApiFailure(401, "Unauthorized", "Unauthorized", null);
    }

    public static ApiFailure forbidden(Subject subject, String why, List<Cause> causes) {
        return new ApiFailure(
                403,
                "Forbidden",
                subject.qualifiedPlural() + " \"" + subject.name() + "\" is forbidden: " + why,
                details(subject, subject.plural(), causes));
    }

    public static ApiFailure methodNotAllowed() {
        return new ApiFailure(
                405, "MethodNotAllowed", "the server does not allow this method on the requested resource", node());
    }

    public static ApiFailure unsupportedMediaType(String allowed) {
        return new ApiFailure(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: " + allowed,
                node());
    }

    /** What a real server does with a kubelet's help, which nothing here has. */
    public static ApiFailure notImplemented(String message) {
        return new ApiFailure(501, "NotImplemented", message, null);
    }

    public static ApiFailure expired(long asked, long oldest) {
        return new ApiFailure(410, "Expired", "too old resource version: " + asked + " (" + oldest + ")", null);
    }

    public static ApiFailure internal(String message) {
        return new ApiFailure(500, "InternalError", "Internal error occurred: " + message, null);
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    /** The body of the answer. */
    public ObjectNode status() {
        ObjectNode status = node();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", getMessage()).put("reason", reason);
        if (details != null) {
            status.set("details", details);
        }
        return status.put("code", code);
    }

    private static ObjectNode details(Subject subject, String kind, List<Cause> causes) {
        ObjectNode details = node();
        details.put("name", subject.name());
        if (!subject.group().isEmpty()) {
            details.put("group", subject.group());
        }
        details.put("kind", kind);
        causesOf(details, causes);
        return details;
    }

    private static void causesOf(ObjectNode details, List<Cause> causes) {
        if (!causes.isEmpty()) {
            var list = details.putArray("causes");
            causes.forEach(c -> list.addObject()
                    .put("reason", c.reason())
                    .put("message", c.message())
                    .put("field", c.field()));
        }
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
