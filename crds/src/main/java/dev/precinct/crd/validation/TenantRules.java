package dev.precinct.crd.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of the Tenant, from the same definition that is installed. */
public final class TenantRules {
    private TenantRules() {}

    // Compiled at first use: not every program that reads Tenants checks them.
    private static final class Compiled {
        static final SchemaRules RULES = SchemaRules.of(TenantCrd.definition());
    }

    /** All reasons to refuse the Tenant, as {@link SchemaRules#problemsIn}. */
    public static List<Problem> problemsIn(JsonNode tenant, @Nullable JsonNode old) {
        return Compiled.RULES.problemsIn(tenant, old);
    }

    /** The Tenant as the API server would store it, as {@link SchemaRules#withDefaults}. */
    public static JsonNode withDefaults(JsonNode tenant) {
        return Compiled.RULES.withDefaults(tenant);
    }
}
