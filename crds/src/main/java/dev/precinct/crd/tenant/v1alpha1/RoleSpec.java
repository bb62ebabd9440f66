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

/** @param allow actions, thing:verb */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RoleSpec(
        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Name that users and groups refer to.")
        @Size(min = 1, max = 63)
        @ValidationRule(
                value = "self.matches('" + Syntax.NAME + "')",
                message = "a role's name is of A-Z, a-z, 0-9, '.', '_' and '-', a letter or digit at both ends")
        @ValidationRule(
                value = "self.lowerAscii() != 'administrator'",
                message = "the role administrator is built in: choose another name")
        String name,

        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Actions, thing:verb, such as clients:read.")
        @Size(min = 1, max = 50)
        @EachItem(
                maxLength = 63,
                rule = "self.matches('" + Syntax.ACTION + "')",
                message = "an action is thing:verb in lower case, such as clients:read")
        List<String> allow) {}
