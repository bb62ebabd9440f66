package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a Tenant.
 *
 * @param runtime absent while none was ready yet, or the tenant is suspended
 * @param lastDemand set while the runtime is asleep: the demand that was known when it fell asleep, as the gateway wrote it
 * @param conditions list-map by type
 * @param usersSecret Secret in the tenant's namespace with a password for each user of the seed, by name
 * @param database name of the database and of its login role
 * @param acceptedSpec JSON of the last spec that was valid: what runs while a later one is not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TenantStatus(
        @JsonPropertyDescription("Generation of the spec that this status speaks of.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("One word for lists, derived from the conditions.") @Nullable
        TenantPhase phase,

        @JsonPropertyDescription("Awake, Asleep (nobody uses the tenant; the next request wakes it) or Waking.")
        @Nullable
        RuntimeState runtime,

        @JsonPropertyDescription("While asleep: the last demand before. Another one wakes the tenant.")
        @Size(max = 64)
        @Nullable
        String lastDemand,

        @JsonPropertyDescription("Where the tenant's portal and API answer.") @Size(max = 400) @Nullable
        String url,

        @JsonPropertyDescription("Namespace of the tenant's objects.") @Size(max = 63) @Nullable
        String namespace,

        @JsonPropertyDescription("Name of the tenant's database and of its login role.") @Size(max = 63) @Nullable
        String database,

        @JsonPropertyDescription("Secret in the tenant's namespace with a password for each user of the seed, by name.")
        @Size(max = 253)
        @Nullable
        String usersSecret,

        @JsonPropertyDescription("What is true of the tenant, by type.") @Size(max = 30) @Nullable
        List<Condition> conditions,

        @JsonPropertyDescription("JSON of the last spec that was valid: what runs while a later one is not.")
        @Size(max = 524288)
        @Nullable
        String acceptedSpec) {}
