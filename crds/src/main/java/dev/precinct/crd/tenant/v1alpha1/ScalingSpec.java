package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.precinct.crd.meta.OnChange;
import dev.precinct.crd.meta.SpecDuration;
import dev.precinct.crd.meta.SpecImpact;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * How many runtimes serve the tenant.
 *
 * @param min 0: the runtime sleeps while nobody uses the tenant; 1 when absent: it never does
 * @param idleAfter so long without an allowed request or an open stream, and the runtime falls asleep; 10m when absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScalingSpec(
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription(
                "The fewest runtimes: 0 lets the tenant sleep while nobody uses it, and the next request"
                        + " wakes it; 1 never.")
        @Default("1")
        @Min(0)
        @Max(1)
        @Nullable
        Integer min,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription(
                "With min 0: so long without an allowed request or an open stream until the tenant falls"
                        + " asleep; from 10s to 168h.")
        @Default("10m")
        @Size(min = 2, max = 20)
        @ValidationRule(
                value = "self.matches('" + SpecDuration.SYNTAX
                        + "') && duration(self) >= duration('10s') && duration(self) <= duration('168h')",
                message = "idleAfter is a duration from 10s to 168h, such as 10m")
        @Nullable
        String idleAfter) {}
