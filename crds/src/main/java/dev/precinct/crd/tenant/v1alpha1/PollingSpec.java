package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.precinct.crd.meta.OnChange;
import dev.precinct.crd.meta.SpecDuration;
import dev.precinct.crd.meta.SpecImpact;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** @param interval as a duration, for example 10s; from 1s to 10m, 10s when absent */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PollingSpec(
        @OnChange(SpecImpact.ROLL)
        @JsonPropertyDescription("Time from one poll to the next, from 1s to 10m.")
        @Default("10s")
        @Size(min = 2, max = 20)
        @ValidationRule(
                value = "self.matches('" + SpecDuration.SYNTAX
                        + "') && duration(self) >= duration('1s') && duration(self) <= duration('10m')",
                message = "interval is a duration from 1s to 10m, such as 10s or 1m30s")
        @Nullable
        String interval) {}
