package dev.precinct.operator.tenant.plan;

import dev.precinct.operator.tenant.model.DepartureObservation;
import java.time.Duration;

/** The order in which a tenant goes: drained, its data dealt with, its namespace deleted and gone, the Tenant released. */
public final class DeparturePlanner {
    /** A runtime that can't end holds nothing up for longer: its database connections are cut, its Redis user is removed. */
    static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);

    private DeparturePlanner() {}

    /** One stage; all before it are behind us. */
    public enum Stage {
        DRAIN,
        AWAIT_DRAINED,
        CLEAR,
        AWAIT_NAMESPACE,
        RELEASE
    }

    public static Stage next(DepartureObservation seen) {
        return switch (seen.namespace()) {
            case ABSENT, FOREIGN -> Stage.RELEASE;
            case ENDING -> Stage.AWAIT_NAMESPACE;
            case CLOSED, OPEN -> {
                if (seen.age().compareTo(LONGEST_DRAIN) > 0 || seen.replicas() == 0) {
                    yield Stage.CLEAR;
                }
                yield seen.replicasWanted() > 0 ? Stage.DRAIN : Stage.AWAIT_DRAINED;
            }
        };
    }
}
