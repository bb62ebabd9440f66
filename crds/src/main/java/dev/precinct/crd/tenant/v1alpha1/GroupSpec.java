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

/** Users that share a grant. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GroupSpec(
        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Name that users refer to.")
        @Size(min = 1, max = 63)
        @ValidationRule(
                value = "self.matches('" + Syntax.NAME + "')",
                message = "a group's name is of A-Z, a-z, 0-9, '.', '_' and '-', a letter or digit at both ends")
        String name,

        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("What its users may do: a role of this tenant, or the built-in administrator.")
        @Size(max = 63)
        String role,

        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription(
                "Places that its users see: Campus>Building>Floor>Zone, from one to four names, or *" + " for all.")
        @Size(min = 1, max = 20)
        @EachItem(
                maxLength = 400,
                rule = "self == '*' || self.matches('" + Syntax.SEGMENT + "')",
                message = SEGMENT_MESSAGE)
        List<String> segments,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Which fields of a device its users get: one of this tenant, or the built-in Full,"
                + " Pseudonymous or Aggregated.")
        @Size(max = 63)
        @Nullable
        String disclosure) {

    static final String SEGMENT_MESSAGE =
            "a segment is Campus>Building>Floor>Zone, one to four names without blanks around them, or *";
}
