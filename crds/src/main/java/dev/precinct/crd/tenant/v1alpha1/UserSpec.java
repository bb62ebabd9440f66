package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user of the tenant.
 *
 * @param passwordSecret Secret in the operator's namespace with the key password; a password is generated when absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UserSpec(
        String name,
        @Nullable String role,
        @Nullable List<String> groups,
        @Nullable List<String> segments,
        @Nullable String disclosure,
        @Nullable String passwordSecret) {}
