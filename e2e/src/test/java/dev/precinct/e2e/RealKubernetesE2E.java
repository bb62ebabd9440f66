package dev.precinct.e2e;

import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import org.junit.jupiter.api.Order;

/** Last, so that two installations never run beside each other. */
@Order(Integer.MAX_VALUE)
@Installed(Kind.REAL)
class RealKubernetesE2E extends WholeSystem {}
