package dev.precinct.operator.tenant.model;

import dev.precinct.operator.cluster.SecretContent;
import java.util.Map;

/**
 * The Secrets that matter to one tenant.
 *
 * @param own by name, in the tenant's namespace
 * @param given by name, in the operator's namespace, as the spec names them
 * @param publicKeys of the gateway, as a JWK set
 */
public record TenantSecrets(Map<String, SecretContent> own, Map<String, SecretContent> given, String publicKeys) {
    private static final SecretContent ABSENT = new SecretContent.Absent();

    public TenantSecrets {
        own = Map.copyOf(own);
        given = Map.copyOf(given);
    }

    public SecretContent own(String name) {
        return own.getOrDefault(name, ABSENT);
    }

    public SecretContent given(String name) {
        return given.getOrDefault(name, ABSENT);
    }
}
