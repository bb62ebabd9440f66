package dev.precinct.operator.tenant.validate;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.failure.SpecProblem;
import java.time.ZoneId;
import java.util.List;

/** The definition can check the form of a time zone only; that there is such a zone is known here. */
public final class TimeZoneRule implements SpecRules {
    @Override
    public List<SpecProblem> problemsIn(Tenant tenant) {
        String zone = tenant.getSpec().timeZone();
        return zone == null || ZoneId.getAvailableZoneIds().contains(zone)
                ? List.of()
                : List.of(new SpecProblem(
                        "spec.timeZone",
                        "is no zone of the IANA time zone database: " + zone + "; one is, for example, Europe/Zurich"));
    }
}
