package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.precinct.crd.meta.EachItem;
import dev.precinct.crd.meta.OnChange;
import dev.precinct.crd.meta.SpecImpact;
import dev.precinct.crd.meta.Syntax;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user of the tenant.
 *
 * @param passwordSecret Secret in the operator's namespace with the key password; a password is generated when absent
 */
@ValidationRule(
        value = "has(self.role) || (has(self.groups) && self.groups.size() > 0)",
        message = "a user has a role, or a group that gives him one")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UserSpec(
        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Name to log in with.")
        @Size(min = 1, max = 64)
        @ValidationRule(value = "self.matches('" + Syntax.NAME + "')", message = NAME_MESSAGE)
        String name,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("What the user may do: a role of this tenant, or the built-in administrator.")
        @Size(max = 63)
        @Nullable
        String role,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Groups whose role, segments and disclosure the user shares.")
        @Size(max = 10)
        @EachItem(maxLength = 63)
        @Nullable
        List<String> groups,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Places that the user sees, beside those of his groups.")
        @Size(max = 20)
        @EachItem(
                maxLength = 400,
                rule = "self == '*' || self.matches('" + Syntax.SEGMENT + "')",
                message = GroupSpec.SEGMENT_MESSAGE)
        @Nullable
        List<String> segments,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Which fields of a device the user gets: one of this tenant, or the built-in Full,"
                + " Pseudonymous or Aggregated.")
        @Size(max = 63)
        @Nullable
        String disclosure,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription(
                "Secret in the operator's namespace with the key password; without it a password is generated.")
        @Size(min = 1, max = 253)
        @ValidationRule(value = "self.matches('" + Syntax.OBJECT_NAME + "')", message = SECRET_MESSAGE)
        @Nullable
        String passwordSecret) {

    // A password is handed on as a file named after the user, from a Secret: its keys allow no more than this.
    static final String NAME_MESSAGE =
            "a user's name is of A-Z, a-z, 0-9, '.', '_' and '-', a letter or digit at both ends";
    static final String SECRET_MESSAGE =
            "passwordSecret is the name of a Secret: a-z, 0-9, '-' and '.', a letter or digit at both ends";
}
