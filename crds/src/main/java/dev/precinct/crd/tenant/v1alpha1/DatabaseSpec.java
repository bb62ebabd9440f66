package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.precinct.crd.meta.OnChange;
import dev.precinct.crd.meta.SpecImpact;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * Where the tenant's database lives and what becomes of it.
 *
 * @param server a server that the operator knows by name; default when absent
 * @param onDelete Retain when absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DatabaseSpec(
        @OnChange(SpecImpact.REPROVISION)
        @JsonPropertyDescription("A PostgreSQL server that the operator knows by this name. It can't be changed.")
        @Default("default")
        @Size(min = 1, max = 63)
        @ValidationRule(
                value = "self.matches('^[a-z0-9]([a-z0-9-]*[a-z0-9])?$')",
                message = "server is a name of a-z, 0-9 and '-', a letter or digit at both ends")
        @ValidationRule(
                value = "self == oldSelf",
                message = "server can't be changed: the tenant's data lives there; make a new tenant and move the data")
        @Nullable
        String server,

        @OnChange(SpecImpact.NONE)
        @JsonPropertyDescription("Retain or Delete database, role and Redis keys when the Tenant is deleted.")
        @Default("Retain")
        @Nullable
        OnDelete onDelete) {}
