package dev.precinct.operator.tenant.status;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.operator.failure.SpecProblem;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.PassOutcome;
import dev.precinct.operator.tenant.model.PassOutcome.StepName;
import dev.precinct.operator.tenant.model.SpecDecision;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.model.TenantSecrets;
import dev.precinct.operator.tenant.plan.GivenSecrets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the operator itself did: spec, namespace, database, Redis, credentials. */
final class ProvisioningFindings {
    private ProvisioningFindings() {}

    static Finding spec(SpecDecision decision) {
        if (decision.valid()) {
            return Finding.good(ConditionTypes.SPEC_VALID, TenantReason.SPEC_ACCEPTED, "every field is valid");
        }
        String problems =
                decision.problems().stream().map(SpecProblem::toString).collect(Collectors.joining("; "));
        String consequence = decision.running() == null ? "" : "; what ran before goes on";
        return Finding.bad(ConditionTypes.SPEC_VALID, TenantReason.SPEC_INVALID, problems + consequence);
    }

    static Optional<Finding> step(String type, PassOutcome outcome, StepName step, String made) {
        return outcome.find(step).map(found -> switch (found) {
            case StepOutcome.Settled settled -> Finding.good(type, TenantReason.PROVISIONED, made);
            case StepOutcome.Waiting waiting -> Finding.bad(type, waiting.reason(), waiting.message());
            case StepOutcome.Failed failed ->
                Finding.bad(type, failed.failure().reason(), failed.failure().text());
        });
    }

    static Finding credentials(EffectiveSpec spec, TenantSecrets secrets) {
        var lacks = GivenSecrets.lacks(spec, secrets);
        if (!lacks.isEmpty()) {
            String messages = lacks.stream().map(GivenSecrets.Lack::message).collect(Collectors.joining("; "));
            return Finding.bad(
                    ConditionTypes.CREDENTIALS_READY, lacks.getFirst().reason(), messages);
        }
        List<String> named = GivenSecrets.namedBy(spec);
        return named.isEmpty()
                ? Finding.good(
                        ConditionTypes.CREDENTIALS_READY,
                        TenantReason.CREDENTIALS_NOT_NEEDED,
                        "the spec names no Secret")
                : Finding.good(
                        ConditionTypes.CREDENTIALS_READY,
                        TenantReason.CREDENTIALS_COPIED,
                        "taken from " + String.join(", ", named));
    }
}
