package dev.precinct.local.kubernetes.failure;

/** One reason why an object was refused: the field, and a reason and message in the API server's words. */
public record Cause(String reason, String message, String field) {

    public static Cause required(String field, String detail) {
        return new Cause(
                "FieldValueRequired", detail.isEmpty() ? "Required value" : "Required value: " + detail, field);
    }

    public static Cause invalid(String field, String value, String detail) {
        return new Cause("FieldValueInvalid", "Invalid value: " + value + ": " + detail, field);
    }

    public static Cause forbidden(String field, String detail) {
        return new Cause("FieldValueForbidden", "Forbidden: " + detail, field);
    }
}
