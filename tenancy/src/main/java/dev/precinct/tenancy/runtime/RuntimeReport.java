package dev.precinct.tenancy.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime answers on {@code GET /report} of its health port; the operator turns it into conditions.
 *
 * @param seed how the permission seed was taken
 * @param cmx null for a tenant without CMX
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuntimeReport(SeedReport seed, @Nullable CmxReport cmx) {

    /**
     * @param sha256 of the seed file's bytes, lower-case hexadecimal: equal to the operator's when the latest seed was applied
     * @param unresolvedSegments segments of the seed that no map has: they grant nothing
     * @param keptDifferences users, groups, roles that the administrator changed and that the YAML has otherwise
     * @param error why the seed could not be applied, without secrets
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeedReport(
            @Nullable String sha256,
            List<String> unresolvedSegments,
            List<String> keptDifferences,
            @Nullable String error) {
        public SeedReport {
            unresolvedSegments = List.copyOf(unresolvedSegments);
            keptDifferences = List.copyOf(keptDifferences);
        }
    }

    /** Why CMX can or can't be used; the first four name whose turn it is. */
    public enum CmxState {
        REACHABLE,
        CREDENTIALS_REFUSED,
        UNREACHABLE,
        BAD_ANSWER,
        NOT_TRIED
    }

    /** @param since ISO-8601 instant of the last change of state */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CmxReport(CmxState state, String since, String message) {}
}
