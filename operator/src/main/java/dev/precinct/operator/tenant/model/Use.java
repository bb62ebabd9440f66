package dev.precinct.operator.tenant.model;

import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the tenant, and whether its runtime is there for that.
 *
 * @param before what the pass before had come to; null: there was no ready runtime, or no pass
 * @param answered the demand that was known when the runtime fell asleep; null unless it is asleep, or when there was none
 * @param demand the last one; null: none was seen
 * @param idle for so long nobody has used a runtime that could have been used
 * @param waking for so long the runtime has been waking
 * @param replicas that are asked for; 0 too when there is no Deployment
 * @param seedChanged the runtime does not have the seed of this spec, which only it can publish
 */
public record Use(
        @Nullable RuntimeState before,
        @Nullable String answered,
        @Nullable String demand,
        Duration idle,
        Duration waking,
        int replicas,
        boolean seedChanged) {
    /** Of a tenant that has nothing yet. */
    public static final Use NONE = new Use(null, null, null, Duration.ZERO, Duration.ZERO, 0, false);

    public boolean slept() {
        return before == RuntimeState.ASLEEP;
    }

    /** Somebody used the tenant since it fell asleep. */
    public boolean isAskedFor() {
        return demand != null && !Objects.equals(demand, answered);
    }
}
