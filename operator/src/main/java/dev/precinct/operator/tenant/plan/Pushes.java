package dev.precinct.operator.tenant.plan;

import dev.precinct.operator.tenant.model.Presence;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which CMX pushes to a runtime, by the runtime's Deployment. */
final class Pushes {
    private Pushes() {}

    /** Whether a CMX that pushes now must not any more: its subscription has to go before the runtime that made it. */
    static boolean end(@Nullable Deployment found, Deployment desired, Presence presence) {
        var now = from(found);
        var wanted = presence.replicas() == 0 ? Optional.<String>empty() : from(desired);
        return now.isPresent() && !now.equals(wanted);
    }

    private static Optional<String> from(@Nullable Deployment runtime) {
        if (runtime == null || Objects.equals(runtime.getSpec().getReplicas(), 0)) {
            return Optional.empty();
        }
        var environment = runtime.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue, (first, second) -> first));
        return "Enabled".equals(environment.get("PRECINCT_CMX_NOTIFICATIONS"))
                ? Optional.ofNullable(environment.get("PRECINCT_CMX_URL"))
                : Optional.empty();
    }
}
