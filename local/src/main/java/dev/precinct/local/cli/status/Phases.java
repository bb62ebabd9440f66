package dev.precinct.local.cli.status;

import dev.precinct.crd.tenant.v1alpha1.TenantPhase;

/** Phases as people see them: {@code Ready}, not {@code READY}. */
public final class Phases {
    private Phases() {}

    public static String wire(TenantPhase phase) {
        String name = phase.name();
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
