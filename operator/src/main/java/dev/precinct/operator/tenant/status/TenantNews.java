package dev.precinct.operator.tenant.status;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.failure.TenantReason;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a new status is news for the owner: a condition that turned. Waiting is no news. */
public final class TenantNews {
    private static final Set<String> NO_NEWS = Stream.of(
                    TenantReason.PENDING,
                    TenantReason.WAITING_FOR_NAMESPACE,
                    TenantReason.WAITING_FOR_BACKENDS,
                    TenantReason.RUNTIME_STARTING,
                    TenantReason.RUNTIME_ROLLING,
                    TenantReason.RUNTIME_SILENT,
                    TenantReason.PERMISSIONS_WAITING,
                    TenantReason.CMX_NOT_TRIED,
                    TenantReason.DRAINING,
                    TenantReason.KUBERNETES_REFUSED)
            .map(TenantReason::wire)
            .collect(Collectors.toUnmodifiableSet());

    private TenantNews() {}

    public static List<OwnerEvent> between(@Nullable TenantStatus before, TenantStatus now) {
        var old = before == null
                ? List.<Condition>of()
                : Objects.requireNonNullElse(before.conditions(), List.<Condition>of());
        var news = new ArrayList<OwnerEvent>();
        for (Condition condition : Objects.requireNonNullElse(now.conditions(), List.<Condition>of())) {
            boolean same = ConditionSet.find(old, condition.getType())
                    .filter(earlier -> earlier.getStatus().equals(condition.getStatus())
                            && earlier.getReason().equals(condition.getReason()))
                    .isPresent();
            if (!same && !NO_NEWS.contains(condition.getReason()) && isTold(condition)) {
                news.add(event(condition));
            }
        }
        return List.copyOf(news);
    }

    /** A summary repeats what another condition says, unless it says that all is well. */
    private static boolean isTold(Condition condition) {
        boolean summary = ConditionTypes.SUMMARIES.contains(condition.getType());
        return switch (condition.getStatus()) {
            case "True" -> !summary || condition.getType().equals(ConditionTypes.READY);
            case "False" -> !summary;
            default -> false;
        };
    }

    private static OwnerEvent event(Condition condition) {
        TenantReason reason = TenantReason.ofWire(condition.getReason());
        String message = condition.getType() + ": " + condition.getMessage();
        return condition.getStatus().equals("True")
                ? OwnerEvent.good(reason, message)
                : OwnerEvent.bad(reason, message);
    }
}
