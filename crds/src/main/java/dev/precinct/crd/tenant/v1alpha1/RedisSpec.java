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

/**
 * How long the tenant's Redis keeps what it holds.
 *
 * @param liveTtl a device that was not seen for so long leaves the live view; 20m when absent
 * @param historyTtl length of the short stream of positions; 48h when absent
 */
@ValidationRule(
        value = "!has(self.liveTtl) || !has(self.historyTtl) || !self.liveTtl.matches('" + SpecDuration.SYNTAX
                + "') || !self.historyTtl.matches('" + SpecDuration.SYNTAX
                + "') || duration(self.liveTtl) <= duration(self.historyTtl)",
        fieldPath = ".historyTtl",
        message = "historyTtl must not be shorter than liveTtl")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RedisSpec(
        @OnChange(SpecImpact.ROLL)
        @JsonPropertyDescription("A device that was not seen for so long leaves the live view; from 1m to 24h.")
        @Default("20m")
        @Size(min = 2, max = 20)
        @ValidationRule(
                value = "self.matches('" + SpecDuration.SYNTAX
                        + "') && duration(self) >= duration('1m') && duration(self) <= duration('24h')",
                message = "liveTtl is a duration from 1m to 24h, such as 20m or 1h30m")
        @Nullable
        String liveTtl,

        @OnChange(SpecImpact.ROLL)
        @JsonPropertyDescription("Length of the short stream of positions; from 1h to 168h, not below liveTtl.")
        @Default("48h")
        @Size(min = 2, max = 20)
        @ValidationRule(
                value = "self.matches('" + SpecDuration.SYNTAX
                        + "') && duration(self) >= duration('1h') && duration(self) <= duration('168h')",
                message = "historyTtl is a duration from 1h to 168h, such as 48h")
        @Nullable
        String historyTtl) {}
