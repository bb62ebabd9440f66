package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.precinct.crd.meta.OnChange;
import dev.precinct.crd.meta.SpecImpact;
import dev.precinct.crd.meta.Syntax;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The first administrator: every action, every place. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AdministratorSpec(
        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Name to log in with.")
        @Size(min = 1, max = 64)
        @ValidationRule(value = "self.matches('" + Syntax.NAME + "')", message = UserSpec.NAME_MESSAGE)
        String name,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription(
                "Secret in the operator's namespace with the key password; without it a password is generated.")
        @Size(min = 1, max = 253)
        @ValidationRule(value = "self.matches('" + Syntax.OBJECT_NAME + "')", message = UserSpec.SECRET_MESSAGE)
        @Nullable
        String passwordSecret) {}
