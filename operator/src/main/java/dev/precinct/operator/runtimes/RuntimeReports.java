package dev.precinct.operator.runtimes;

import dev.precinct.tenancy.runtime.RuntimeReport;
import java.util.Optional;

/** What runtimes say of themselves. */
public interface RuntimeReports {
    /** The runtime's word right now; empty when none answers. */
    Optional<RuntimeReport> fetch(String namespace);
}
