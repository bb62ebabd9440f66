package dev.precinct.operator.failure;

/**
 * One field of a spec that is wrong.
 *
 * @param field path, for example {@code spec.permissions.users[2].role}
 * @param message what would be right
 */
public record SpecProblem(String field, String message) {
    @Override
    public String toString() {
        return field + ": " + message;
    }
}
