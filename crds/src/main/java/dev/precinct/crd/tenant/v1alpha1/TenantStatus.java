package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a Tenant.
 *
 * @param conditions list-map by type
 * @param usersSecret Secret in the tenant's namespace with a password for each user of the seed, by name
 * @param database name of the database and of its login role
 * @param acceptedSpec JSON of the last spec that was valid: what runs while a later one is not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TenantStatus(
        @Nullable Long observedGeneration,
        @Nullable TenantPhase phase,
        @Nullable String url,
        @Nullable String namespace,
        @Nullable String database,
        @Nullable String usersSecret,
        @Nullable List<io.fabric8.kubernetes.api.model.Condition> conditions,
        @Nullable String acceptedSpec) {}
