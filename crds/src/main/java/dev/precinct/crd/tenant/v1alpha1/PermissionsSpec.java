package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.precinct.crd.meta.OnChange;
import dev.precinct.crd.meta.SpecImpact;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seed of permissions: rows that nobody changed in the tenant follow it, removal included. */
@ValidationRule(
        value =
                "!has(self.users) || !self.users.exists(u, u.name.lowerAscii() == self.administrator.name.lowerAscii())",
        fieldPath = ".administrator",
        message = "the administrator must not be among the users: choose another name"
                + " (upper and lower case count as equal)")
@ValidationRule(
        value = "!has(self.users) || self.users.all(u, " + PermissionsSpec.HAS_KNOWN_ROLE + ")",
        fieldPath = ".users",
        message = "a user has a role of spec.permissions.roles, or administrator")
@ValidationRule(
        value = "!has(self.users) || self.users.all(u, " + PermissionsSpec.HAS_KNOWN_GROUPS + ")",
        fieldPath = ".users",
        message = "a user is in groups of spec.permissions.groups")
@ValidationRule(
        value = "!has(self.users) || self.users.all(u, " + PermissionsSpec.HAS_KNOWN_DISCLOSURE + ")",
        fieldPath = ".users",
        message = "a user has a disclosure of spec.permissions.disclosures, or Full, Pseudonymous, Aggregated")
@ValidationRule(
        value = "!has(self.groups) || self.groups.all(u, " + PermissionsSpec.HAS_KNOWN_ROLE + ")",
        fieldPath = ".groups",
        message = "a group has a role of spec.permissions.roles, or administrator")
@ValidationRule(
        value = "!has(self.groups) || self.groups.all(u, " + PermissionsSpec.HAS_KNOWN_DISCLOSURE + ")",
        fieldPath = ".groups",
        message = "a group has a disclosure of spec.permissions.disclosures, or Full, Pseudonymous, Aggregated")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PermissionsSpec(
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Roles, beside the built-in administrator: what users may do.")
        @Size(max = 50)
        @ValidationRule(value = UNIQUE, message = "names of roles must differ, upper and lower case count as equal")
        @Nullable
        List<RoleSpec> roles,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Disclosures, beside the built-in Full, Pseudonymous and Aggregated: which fields of a"
                + " device users get.")
        @Size(max = 20)
        @ValidationRule(
                value = UNIQUE,
                message = "names of disclosures must differ, upper and lower case count as equal")
        @Nullable
        List<DisclosureSpec> disclosures,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Groups: users that share a role, segments and a disclosure.")
        @Size(max = 100)
        @ValidationRule(value = UNIQUE, message = "names of groups must differ, upper and lower case count as equal")
        @Nullable
        List<GroupSpec> groups,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Users, beside the administrator.")
        @Size(max = 200)
        @ValidationRule(value = UNIQUE, message = "names of users must differ, upper and lower case count as equal")
        @Nullable
        List<UserSpec> users,

        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("The first administrator: every action, every place.")
        AdministratorSpec administrator) {

    /** Of a user or group {@code u}, over the whole of the permissions. */
    static final String HAS_KNOWN_ROLE = "!has(u.role) || u.role == 'administrator'"
            + " || (has(self.roles) && self.roles.exists(r, r.name == u.role))";

    static final String HAS_KNOWN_GROUPS =
            "!has(u.groups) || u.groups.all(n, has(self.groups) && self.groups.exists(g, g.name == n))";

    static final String HAS_KNOWN_DISCLOSURE = "!has(u.disclosure)"
            + " || u.disclosure in ['Full', 'Pseudonymous', 'Aggregated']"
            + " || (has(self.disclosures) && self.disclosures.exists(d, d.name == u.disclosure))";

    private static final String UNIQUE = "self.all(a, self.exists_one(b, b.name.lowerAscii() == a.name.lowerAscii()))";
}
