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

/** Which fields of a device its users get; fields are named as in CMX v1. */
@ValidationRule(
        value = "!has(self.hide) || !has(self.pseudonymise) || !self.pseudonymise.exists(f, f in self.hide)",
        fieldPath = ".pseudonymise",
        message = "a field is either hidden or pseudonymised, not both")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DisclosureSpec(
        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Name that users and groups refer to.")
        @Size(min = 1, max = 63)
        @ValidationRule(
                value = "self.matches('" + Syntax.NAME + "')",
                message = "a disclosure's name is of A-Z, a-z, 0-9, '.', '_' and '-', a letter or digit at both ends")
        @ValidationRule(
                value = "!(self.lowerAscii() in ['full', 'pseudonymous', 'aggregated'])",
                message = "Full, Pseudonymous and Aggregated are built in: choose another name")
        String name,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Fields of a device, by their names in CMX v1, that are left empty.")
        @Size(max = 20)
        @EachItem(
                oneOf = {
                    "apMacAddress",
                    "band",
                    "bytesReceived",
                    "bytesSent",
                    "detectingControllers",
                    "guestUser",
                    "ipAddress",
                    "macAddress",
                    "manufacturer",
                    "ssId",
                    "userName"
                })
        @Nullable
        List<String> hide,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Fields of a device that are replaced by a keyed hash, stable for the tenant.")
        @Size(max = 20)
        @EachItem(oneOf = {"apMacAddress", "ipAddress", "macAddress", "ssId", "userName"})
        @Nullable
        List<String> pseudonymise) {}
