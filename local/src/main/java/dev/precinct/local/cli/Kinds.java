package dev.precinct.local.cli;

import dev.precinct.local.home.UserMustActException;
import java.util.Set;

/** The words for a Tenant that commands take. */
final class Kinds {
    private static final Set<String> TENANT = Set.of("tenant", "tenants", "tn");

    private Kinds() {}

    static void requireTenant(String kind) {
        if (!TENANT.contains(kind)) {
            throw new UserMustActException("unknown kind " + kind + "; there are: tenants");
        }
    }
}
