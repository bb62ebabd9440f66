package dev.precinct.operator.tenant.model;

import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.failure.TenantReason;

/** How one step of a pass ended. */
public sealed interface StepOutcome {
    record Settled() implements StepOutcome {}

    /** Not an error: something has to happen first, and will wake the next pass. */
    record Waiting(TenantReason reason, String message) implements StepOutcome {}

    record Failed(TenantException failure) implements StepOutcome {}
}
