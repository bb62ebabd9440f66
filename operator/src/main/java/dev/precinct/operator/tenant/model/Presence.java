package dev.precinct.operator.tenant.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a runtime is to run. */
public sealed interface Presence {
    /** The fewest that are to run: 0 or 1. More are somebody else's decision. */
    default int replicas() {
        return switch (this) {
            case Awake awake -> 1;
            case Waking waking -> 1;
            case Asleep asleep -> 0;
            case Suspended suspended -> 0;
        };
    }

    /** Serving, or on its first way there. */
    record Awake() implements Presence {}

    /** It slept, is wanted again, and does not listen yet. */
    record Waking() implements Presence {
        /** Gateways hold requests for a minute; who waits for longer has had no answer. */
        private static final Duration LONGEST = Duration.ofSeconds(90);

        public static boolean isOverdue(Duration waking) {
            return waking.compareTo(LONGEST) >= 0;
        }
    }

    /** @param lastDemand known at that; null: there was none. Another one ends the sleep. */
    record Asleep(@Nullable String lastDemand) implements Presence {}

    /** By the owner's wish; no demand ends that. */
    record Suspended() implements Presence {}
}
