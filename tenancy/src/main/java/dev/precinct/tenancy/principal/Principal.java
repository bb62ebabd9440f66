package dev.precinct.tenancy.principal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A user as the gateway needs it.
 *
 * @param name unique within the tenant
 * @param verifier Argon2id hash in PHC form; see {@link PasswordVerifier}
 * @param actions what he may do, for example {@code clients:read}; what he may see is the runtime's knowledge
 * @param credentialRevision changes with the password: sessions of an older one are over
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Principal(String name, String verifier, SortedSet<String> actions, long credentialRevision) {
    public Principal {
        actions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    }

    /** Leaves the verifier out: it must not reach a log. */
    @Override
    public String toString() {
        return "Principal[" + name + ", " + actions + "]";
    }
}
