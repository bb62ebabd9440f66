package dev.precinct.crd.validation;

/**
 * Why an object is refused.
 *
 * @param field path of the field that is wrong, for example {@code spec.permissions.users[0].name}
 * @param message what is right, for people
 */
public record Problem(String field, String message) {
    @Override
    public String toString() {
        return field + ": " + message;
    }
}
