package dev.precinct.runtime.platform.health;

import dev.precinct.tenancy.runtime.RuntimeReport.CmxReport;
import dev.precinct.tenancy.runtime.RuntimeReport.SeedReport;
import java.util.Optional;

/** What the rooms add to {@code /report}. */
public interface ReportPart {

    /** Given by the room that owns the users. */
    interface OfSeed extends ReportPart {
        SeedReport seed();
    }

    /** Given by the room that speaks to CMX; empty for a tenant without one. */
    interface OfCmx extends ReportPart {
        Optional<CmxReport> cmx();
    }
}
