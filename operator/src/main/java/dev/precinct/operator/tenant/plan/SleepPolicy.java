package dev.precinct.operator.tenant.plan;

import dev.precinct.crd.tenant.v1alpha1.RuntimeState;
import dev.precinct.operator.tenant.model.BackendState;
import dev.precinct.operator.tenant.model.EffectiveSpec;
import dev.precinct.operator.tenant.model.Presence;
import dev.precinct.operator.tenant.model.Rollout;
import dev.precinct.operator.tenant.model.TenantObservation;
import dev.precinct.operator.tenant.model.Use;

/** When a tenant's runtime sleeps, and when it wakes. */
final class SleepPolicy {
    private SleepPolicy() {}

    static Presence of(EffectiveSpec spec, TenantObservation seen) {
        if (spec.suspended()) {
            return new Presence.Suspended();
        }
        Use use = seen.use();
        boolean sleeps = spec.sleeps() && seen.runtime() != null;
        if (sleeps && use.replicas() == 0 && goesOnSleeping(seen)) {
            return new Presence.Asleep(use.answered());
        }
        if (sleeps && use.replicas() > 0 && use.idle().compareTo(spec.idleAfter()) >= 0) {
            return new Presence.Asleep(use.demand());
        }
        boolean slept = use.slept() || use.before() == RuntimeState.WAKING;
        boolean listens = use.replicas() > 0 && Rollout.of(seen.runtime()) != Rollout.DOWN;
        return slept && !listens ? new Presence.Waking() : new Presence.Awake();
    }

    /**
     * No replicas that we did not put to sleep are somebody's edit, or the end of a suspension: both end here. A changed seed is for the
     * runtime to publish, and without it whoever is new could not log in to wake it; the same goes for a Redis that lost its users.
     */
    private static boolean goesOnSleeping(TenantObservation seen) {
        Use use = seen.use();
        return use.slept()
                && !use.isAskedFor()
                && !use.seedChanged()
                && !(seen.redis() instanceof BackendState.Unsound);
    }
}
