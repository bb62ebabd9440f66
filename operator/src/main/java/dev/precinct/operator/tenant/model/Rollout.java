package dev.precinct.operator.tenant.model;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a Deployment is with what it was last asked for, judged by its own status as {@code kubectl rollout status} does. */
public enum Rollout {
    /** Nothing serves. */
    DOWN,
    /** Something serves, and it is not, or not only, what was last asked for. */
    ROLLING,
    /** The same, and the cluster has given up waiting for the new one. */
    STALLED,
    /** What was last asked for serves, and nothing else is left. */
    COMPLETE;

    private static final Pattern POD_NAME = Pattern.compile("^pods \"[^\"]*\" is ");

    public static Rollout of(@Nullable Deployment deployment) {
        if (deployment == null || deployment.getStatus() == null) {
            return DOWN;
        }
        DeploymentStatus status = deployment.getStatus();
        if (number(status.getReadyReplicas()) == 0) {
            return DOWN;
        }
        if (isComplete(deployment, status)) {
            return COMPLETE;
        }
        return isGivenUp(deployment) ? STALLED : ROLLING;
    }

    /** Why the cluster makes no pod of what was last asked for, in its own words: a quota, a policy. The pod's made-up name is left out. */
    public static Optional<String> refusal(@Nullable Deployment deployment) {
        if (deployment == null
                || deployment.getStatus() == null
                || !isObserved(deployment, deployment.getStatus())
                || isComplete(deployment, deployment.getStatus())) {
            return Optional.empty();
        }
        return deployment.getStatus().getConditions().stream()
                .filter(condition ->
                        "ReplicaFailure".equals(condition.getType()) && "True".equals(condition.getStatus()))
                .map(condition -> POD_NAME.matcher(condition.getMessage()).replaceFirst(""))
                .findFirst();
    }

    /** Whether the cluster has given up waiting for what was last asked for, be there a ready replica of before or none. */
    public static boolean isGivenUp(@Nullable Deployment deployment) {
        return deployment != null
                && deployment.getStatus() != null
                && isObserved(deployment, deployment.getStatus())
                && !isComplete(deployment, deployment.getStatus())
                && (hasGivenUp(deployment.getStatus()) || refusal(deployment).isPresent());
    }

    private static boolean isComplete(Deployment deployment, DeploymentStatus status) {
        Integer asked = deployment.getSpec().getReplicas();
        int wanted = asked == null ? 1 : asked;
        int updated = number(status.getUpdatedReplicas());
        return isObserved(deployment, status)
                && updated == wanted
                && number(status.getReplicas()) == updated
                && number(status.getAvailableReplicas()) >= updated;
    }

    /** A status of an earlier generation counts processes that nobody asks for any more. */
    private static boolean isObserved(Deployment deployment, DeploymentStatus status) {
        return Objects.equals(deployment.getMetadata().getGeneration(), status.getObservedGeneration());
    }

    private static boolean hasGivenUp(DeploymentStatus status) {
        return status.getConditions().stream()
                .anyMatch(condition -> "Progressing".equals(condition.getType())
                        && "ProgressDeadlineExceeded".equals(condition.getReason()));
    }

    private static int number(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
