package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.precinct.crd.meta.EachItem;
import dev.precinct.crd.meta.OnChange;
import dev.precinct.crd.meta.SpecImpact;
import dev.precinct.crd.meta.Syntax;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a tenant asks for.
 *
 * @param displayName for people
 * @param timeZone IANA name; days and hours of analytics are in it; UTC when absent
 * @param runMode Running when absent
 * @param scaling absent: the runtime never sleeps
 * @param cmx absent for a tenant without Wi-Fi location
 * @param hosts further host names beside {@code <name>.<base domain>}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TenantSpec(
        @Required
        @OnChange(SpecImpact.ROLL)
        @JsonPropertyDescription("Name for people, on the portal and in messages.")
        @Size(min = 1, max = 100)
        @ValidationRule(
                value = "self.matches('^[^\\\\s\\\\p{Cc}]([^\\\\p{Cc}]*[^\\\\s\\\\p{Cc}])?$')",
                message = "displayName is a line of text without blanks around it and without control characters")
        String displayName,

        @OnChange(SpecImpact.ROLL)
        @JsonPropertyDescription("IANA time zone; days and hours of analytics are in it.")
        @Default("UTC")
        @Size(max = 64)
        @ValidationRule(
                value = "self == 'UTC' || self.matches('^[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]*){1,2}$')",
                message = "timeZone is UTC or an IANA name such as America/Bogota")
        @Nullable
        String timeZone,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Running, or Suspended: no process, all data kept.")
        @Default("Running")
        @Nullable
        RunMode runMode,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("How many runtimes serve the tenant, and whether they sleep; absent: one, always.")
        @Nullable
        ScalingSpec scaling,

        @OnChange(SpecImpact.ROLL)
        @JsonPropertyDescription("The tenant's CMX appliance; absent for a tenant without Wi-Fi location.")
        @Nullable
        CmxSpec cmx,

        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Seed of users, groups, roles and disclosures: rows that nobody changed in the tenant"
                + " follow it, removal included.")
        PermissionsSpec permissions,

        @OnChange(SpecImpact.ROLL)
        @JsonPropertyDescription("How long the tenant's Redis keeps what it holds.")
        @Default("{}")
        @Nullable
        RedisSpec redis,

        @OnChange(SpecImpact.REPROVISION)
        @JsonPropertyDescription("Where the tenant's database lives and what becomes of it.")
        @Default("{}")
        @Nullable
        DatabaseSpec database,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Further host names, beside the tenant's name under the platform's domain.")
        @Size(max = 10)
        @EachItem(
                maxLength = 253,
                rule = "self.matches('" + Syntax.HOST + "')",
                message = "a host is a name in lower case with at least two parts, such as wifi.example.com")
        @ValidationRule(
                value = "self.all(a, self.exists_one(b, b == a))",
                message = "hosts must differ from each other")
        @Nullable
        List<String> hosts) {}
