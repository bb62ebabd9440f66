package dev.precinct.crd.meta;

import java.util.Collection;
import java.util.Comparator;

/** What a changed field costs the tenant. The order is meaning: a later one costs more. */
public enum SpecImpact {
    /** Nothing that runs notices. */
    NONE,
    /** Objects and files change; no process starts anew. */
    METADATA,
    /** The runtime starts anew with the new value. */
    ROLL,
    /** What holds the tenant's data would have to be made anew. */
    REPROVISION;

    /** The costliest of them; {@link #NONE} of none. */
    public static SpecImpact strongest(Collection<SpecImpact> impacts) {
        return impacts.stream().max(Comparator.naturalOrder()).orElse(NONE);
    }
}
