package dev.precinct.operator.tenant.status;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.failure.TenantReason;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
                    TenantReason.ASLEEP,
                    TenantReason.WAKING,
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
        sleep(before, now).ifPresent(news::add);
        for (Condition condition : Objects.requireNonNullElse(now.conditions(), List.<Condition>of())) {
            Optional<Condition> earlier = ConditionSet.find(old, condition.getType());
            boolean same = earlier.filter(found -> found.getStatus().equals(condition.getStatus())
                            && found.getReason().equals(condition.getReason()))
                    .isPresent();
            if (!same && !NO_NEWS.contains(condition.getReason()) && isTold(condition, earlier)) {
                news.add(event(condition));
            }
        }
        return List.copyOf(news);
    }

    /** A summary repeats what another condition says, unless it says that all is well. That a Tenant never was paused is no news. */
    private static boolean isTold(Condition condition, Optional<Condition> earlier) {
        return switch (condition.getType()) {
            case ConditionTypes.RECONCILING, ConditionTypes.STALLED -> false;
            case ConditionTypes.READY -> isTrue(condition);
            // Ready, asleep or waking: an event of its own tells that.
            case ConditionTypes.RUNTIME_READY ->
                !(isTrue(condition) && earlier.filter(TenantNews::isTrue).isPresent());
            case ConditionTypes.PAUSED ->
                isTrue(condition) || earlier.filter(TenantNews::isTrue).isPresent();
            default -> !condition.getStatus().equals(Finding.State.UNKNOWN.wire());
        };
    }

    private static Optional<OwnerEvent> sleep(@Nullable TenantStatus before, TenantStatus now) {
        boolean slept = before != null && before.runtime() == RuntimeState.ASLEEP;
        boolean sleeps = now.runtime() == RuntimeState.ASLEEP;
        if (!slept && sleeps) {
            return Optional.of(OwnerEvent.good(
                    TenantReason.FELL_ASLEEP, "nobody used the tenant: its runtime is gone until the next request"));
        }
        boolean woke = slept && (now.runtime() == RuntimeState.WAKING || now.runtime() == RuntimeState.AWAKE);
        return woke
                ? Optional.of(OwnerEvent.good(TenantReason.WOKE, "the tenant is wanted again: its runtime starts"))
                : Optional.empty();
    }

    private static boolean isTrue(Condition condition) {
        return condition.getStatus().equals(Finding.State.TRUE.wire());
    }

    /** A pause is a warning only where somebody has to do something about it. */
    private static boolean isGood(Condition condition, TenantReason reason) {
        return condition.getType().equals(ConditionTypes.PAUSED)
                ? reason == TenantReason.PAUSED || reason == TenantReason.NOT_PAUSED
                : isTrue(condition);
    }

    private static OwnerEvent event(Condition condition) {
        TenantReason reason = TenantReason.ofWire(condition.getReason());
        String message = condition.getType() + ": " + condition.getMessage();
        return isGood(condition, reason) ? OwnerEvent.good(reason, message) : OwnerEvent.bad(reason, message);
    }
}
