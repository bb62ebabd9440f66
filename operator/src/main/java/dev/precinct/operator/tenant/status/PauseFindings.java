package dev.precinct.operator.tenant.status;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.operator.tenant.model.Pause;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** That a Tenant is left alone, or is not. */
final class PauseFindings {
    static final Finding NOT_PAUSED = Finding.bad(
            ConditionTypes.PAUSED, TenantReason.NOT_PAUSED, "the operator keeps the tenant as its spec has it");

    private PauseFindings() {}

    /**
     * @param pause not {@link Pause#NONE}
     * @param before the conditions as they stand: whatever is not found here stays so
     */
    static List<Finding> of(Tenant tenant, Pause pause, Collection<Condition> before) {
        Finding paused = paused(tenant, pause);
        var findings = new ArrayList<Finding>();
        findings.add(paused);
        findings.add(Finding.bad(ConditionTypes.RECONCILING, paused.reason(), "the tenant is paused"));
        stalled(paused, before).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private static Finding paused(Tenant tenant, Pause pause) {
        String annotation = "the annotation " + TenantNames.PAUSED;
        String found =
                pause == Pause.UNREADABLE ? "; it is: " + Pause.text(tenant).orElse("") : "";
        if (tenant.isMarkedForDeletion()) {
            return Finding.good(
                    ConditionTypes.PAUSED,
                    TenantReason.DELETION_PAUSED,
                    "the deletion waits until " + annotation + " is \"false\" or gone" + found);
        }
        return pause == Pause.UNREADABLE
                ? Finding.good(
                        ConditionTypes.PAUSED,
                        TenantReason.PAUSE_VALUE_INVALID,
                        "the operator writes nothing for this tenant until " + annotation
                                + " is \"true\", \"false\" or gone" + found)
                : Finding.good(
                        ConditionTypes.PAUSED,
                        TenantReason.PAUSED,
                        "the operator writes nothing for this tenant until " + annotation + " is \"false\" or gone");
    }

    /** A pause that somebody asked for is as he wants it; one that holds up a deletion, or that nobody can read, is for a person. */
    private static Optional<Finding> stalled(Finding paused, Collection<Condition> before) {
        if (paused.reason() != TenantReason.PAUSED) {
            return Optional.of(Finding.good(ConditionTypes.STALLED, paused.reason(), paused.message()));
        }
        return ConditionSet.find(before, ConditionTypes.STALLED)
                .filter(old -> old.getReason().equals(TenantReason.PAUSE_VALUE_INVALID.wire()))
                .flatMap(old -> Progress.of(before, Optional.empty(), false).stream()
                        .filter(finding -> finding.type().equals(ConditionTypes.STALLED))
                        .findFirst());
    }
}
