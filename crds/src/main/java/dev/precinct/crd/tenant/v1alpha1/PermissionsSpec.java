package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seed of permissions: rows that nobody changed in the tenant follow it, removal included. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PermissionsSpec(
        @Nullable List<RoleSpec> roles,
        @Nullable List<DisclosureSpec> disclosures,
        @Nullable List<GroupSpec> groups,
        @Nullable List<UserSpec> users,
        AdministratorSpec administrator) {}
