package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How long the tenant's Redis keeps what it holds.
 *
 * @param liveTtl a device that was not seen for so long leaves the live view; 20m when absent
 * @param historyTtl length of the short stream of positions; 48h when absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RedisSpec(@Nullable String liveTtl, @Nullable String historyTtl) {}
