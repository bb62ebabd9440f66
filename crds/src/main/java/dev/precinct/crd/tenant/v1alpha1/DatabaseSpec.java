package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where the tenant's database lives and what becomes of it.
 *
 * @param server a server that the operator knows by name; default when absent
 * @param onDelete Retain when absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DatabaseSpec(
        @Nullable String server, @Nullable OnDelete onDelete) {}
