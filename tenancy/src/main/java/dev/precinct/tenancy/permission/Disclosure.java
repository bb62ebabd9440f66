package dev.precinct.tenancy.permission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;

/**
 * Which fields of a device a user gets. Fields are named as in CMX v1 and v2 ({@code macAddress}, {@code ipAddress}, {@code userName},
 * {@code ssId}, {@code apMacAddress}, …); the runtime maps them to their twins in v3 and in the native API.
 *
 * @param hide fields that are left empty
 * @param pseudonymise fields that are replaced by a keyed hash, stable for the tenant
 * @param aggregated counts only: lists are refused, small counts suppressed
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Disclosure(String name, Set<String> hide, Set<String> pseudonymise, boolean aggregated) {
    public static final Disclosure FULL = new Disclosure("Full", Set.of(), Set.of(), false);
    public static final Disclosure PSEUDONYMOUS =
            new Disclosure("Pseudonymous", Set.of("ipAddress", "userName"), Set.of("macAddress"), false);
    public static final Disclosure AGGREGATED = new Disclosure("Aggregated", Set.of(), Set.of(), true);

    /** The three that every tenant has, by name. */
    public static final Map<String, Disclosure> BUILT_IN =
            Map.of(FULL.name, FULL, PSEUDONYMOUS.name, PSEUDONYMOUS, AGGREGATED.name, AGGREGATED);

    public Disclosure {
        hide = hide == null ? Set.of() : Set.copyOf(hide);
        pseudonymise = pseudonymise == null ? Set.of() : Set.copyOf(pseudonymise);
    }
}
