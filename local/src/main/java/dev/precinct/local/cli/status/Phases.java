package dev.precinct.local.cli.status;

import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import org.jspecify.annotations.Nullable;

/** Phases as people see them: {@code Ready}, not {@code READY}. */
public final class Phases {
    private Phases() {}

    public static String wire(TenantPhase phase) {
        return word(phase.name());
    }

    /** {@code Asleep}; a dash while there is no runtime to speak of. */
    public static String wire(@Nullable RuntimeState runtime) {
        return runtime == null ? "-" : word(runtime.name());
    }

    private static String word(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
