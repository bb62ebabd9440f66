package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a tenant asks for.
 *
 * @param displayName for people
 * @param timeZone IANA name; days and hours of analytics are in it; UTC when absent
 * @param runMode Running when absent
 * @param cmx absent for a tenant without Wi-Fi location
 * @param hosts further host names beside {@code <name>.<base domain>}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TenantSpec(
        String displayName,
        @Nullable String timeZone,
        @Nullable RunMode runMode,
        @Nullable CmxSpec cmx,
        PermissionsSpec permissions,
        @Nullable RedisSpec redis,
        @Nullable DatabaseSpec database,
        @Nullable List<String> hosts) {}
