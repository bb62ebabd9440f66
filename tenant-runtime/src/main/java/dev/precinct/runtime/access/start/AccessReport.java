package dev.precinct.runtime.access.start;

import dev.precinct.runtime.access.seed.Seeding;
import dev.precinct.runtime.access.segment.Segments;
import dev.precinct.runtime.platform.health.ReportPart;
import dev.precinct.tenancy.runtime.RuntimeReport.SeedReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the seed was taken, for the operator's conditions. */
@ApplicationScoped
public class AccessReport implements ReportPart.OfSeed {
    private final Seeding seeding;
    private final Segments segments;

    @Inject
    public AccessReport(Seeding seeding, Segments segments) {
        this.seeding = seeding;
        this.segments = segments;
    }

    @Override
    public SeedReport seed() {
        Seeding.State state = seeding.state();
        return new SeedReport(state.sha256(), segments.unresolved(), state.keptDifferences(), state.error());
    }
}
