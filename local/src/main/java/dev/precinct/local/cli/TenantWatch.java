package dev.precinct.local.cli;

import dev.precinct.crd.meta.ConditionTypes;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.local.cli.status.Phases;
import dev.precinct.local.home.UserMustActException;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;

/** Follows a Tenant until it is as wanted, and says on the way what it waits for. */
final class TenantWatch {
    private final KubernetesClient client;
    private final Progress progress;

    TenantWatch(KubernetesClient client, Progress progress) {
        this.client = client;
        this.progress = progress;
    }

    /** @throws UserMustActException when it is not so within the limit, or the spec is invalid; the message has the open conditions */
    void waitUntil(String name, TenantPhase wanted, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Tenant tenant = client.resources(Tenant.class).withName(name).get();
            if (tenant != null && reached(tenant, wanted)) {
                progress.say("tenant " + name + " is " + Phases.wire(wanted));
                return;
            }
            if (tenant != null && reached(tenant, TenantPhase.INVALID)) {
                throw new UserMustActException("tenant " + name + ": " + open(tenant));
            }
            progress.say("tenant " + name + ": " + (tenant == null ? "deleted" : open(tenant)));
            if (System.nanoTime() > deadline) {
                throw new UserMustActException("tenant " + name + " is not " + Phases.wire(wanted) + " after "
                        + limit.toSeconds() + " s: " + (tenant == null ? "it was deleted" : open(tenant)));
            }
            Pause.shortly();
        }
    }

    void waitUntilGone(String name, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Tenant tenant = find(name); tenant != null; tenant = find(name)) {
            progress.say("tenant " + name + ": " + open(tenant));
            if (System.nanoTime() > deadline) {
                throw new UserMustActException("tenant " + name + " is still being deleted after " + limit.toSeconds()
                        + " s: " + open(tenant));
            }
            Pause.shortly();
        }
    }

    private @org.jspecify.annotations.Nullable Tenant find(String name) {
        return client.resources(Tenant.class).withName(name).get();
    }

    private static boolean reached(Tenant tenant, TenantPhase wanted) {
        var status = tenant.getStatus();
        return status != null
                && status.phase() == wanted
                && Objects.equals(
                        status.observedGeneration(), tenant.getMetadata().getGeneration());
    }

    /** What is not as it should be, in words for a person who waits. */
    static String open(Tenant tenant) {
        var status = tenant.getStatus();
        if (status == null || status.conditions() == null) {
            return "waiting for the operator";
        }
        String open = status.conditions().stream()
                .filter(TenantWatch::isOpen)
                .map(condition -> condition.getType() + " " + condition.getReason()
                        + (condition.getMessage() == null
                                        || condition.getMessage().isBlank()
                                ? ""
                                : " (" + condition.getMessage() + ")"))
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? "waiting" : open;
    }

    private static boolean isOpen(Condition condition) {
        boolean holds = "True".equals(condition.getStatus());
        boolean good = !ConditionTypes.PAUSED.equals(condition.getType());
        return holds != good && !ConditionTypes.SUMMARIES.contains(condition.getType());
    }
}
