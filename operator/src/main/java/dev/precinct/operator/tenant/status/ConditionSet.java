package dev.precinct.operator.tenant.status;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.operator.failure.TenantReason;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** All conditions of a Tenant, always in this order, each with a reason; what a pass could not find out stays as it was. */
final class ConditionSet {
    static final List<String> TYPES = List.of(
            ConditionTypes.READY,
            ConditionTypes.RECONCILING,
            ConditionTypes.STALLED,
            ConditionTypes.PAUSED,
            ConditionTypes.SPEC_VALID,
            ConditionTypes.NAMESPACE_READY,
            ConditionTypes.DATABASE_READY,
            ConditionTypes.REDIS_READY,
            ConditionTypes.CREDENTIALS_READY,
            ConditionTypes.RUNTIME_READY,
            ConditionTypes.PERMISSIONS_APPLIED,
            ConditionTypes.CMX_REACHABLE);

    private static final int LONGEST_MESSAGE = 1000;

    private ConditionSet() {}

    static List<Condition> of(List<Condition> before, Collection<Finding> findings, long generation, Instant now) {
        var found = new LinkedHashMap<String, Finding>();
        findings.forEach(finding -> found.put(finding.type(), finding));
        var conditions = new ArrayList<Condition>();
        for (String type : TYPES) {
            var old = find(before, type);
            if (old.isPresent() && !found.containsKey(type)) {
                conditions.add(old.get());
            } else {
                var pending = Finding.unknown(type, TenantReason.PENDING, "not looked at yet");
                conditions.add(condition(old, found.getOrDefault(type, pending), generation, now));
            }
        }
        return List.copyOf(conditions);
    }

    static Optional<Condition> find(Collection<Condition> conditions, String type) {
        return conditions.stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }

    private static Condition condition(Optional<Condition> before, Finding finding, long generation, Instant now) {
        String time = before.filter(
                        old -> old.getStatus().equals(finding.state().wire()))
                .map(Condition::getLastTransitionTime)
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
        return new ConditionBuilder()
                .withType(finding.type())
                .withStatus(finding.state().wire())
                .withReason(finding.reason().wire())
                .withMessage(shortened(finding.message()))
                .withObservedGeneration(generation)
                .withLastTransitionTime(time)
                .build();
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
