package dev.precinct.e2e;

import dev.precinct.e2e.installation.Installed;
import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import org.junit.jupiter.api.Order;

@Order(1)
@Installed(Kind.EMBEDDED)
class EmbeddedE2E extends WholeSystem {}
