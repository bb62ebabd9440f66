package dev.precinct.runtime.access;

/**
 * How a user proves who he is.
 *
 * @param verifier Argon2id in PHC form
 * @param revision rises with each password over the tenant's whole life, so that a user who was removed and made again does not
 *     revive old sessions
 * @param origin a password that the administrator set survives the seed
 */
public record Credential(String verifier, long revision, Origin origin) {
    @Override
    public String toString() {
        return "Credential[revision " + revision + ", " + origin + "]";
    }
}
