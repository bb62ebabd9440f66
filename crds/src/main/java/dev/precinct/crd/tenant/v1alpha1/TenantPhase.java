package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One word for lists; derived from the conditions, never decided upon. */
public enum TenantPhase {
    /** Accepted, nothing made yet. */
    @JsonProperty("Pending")
    PENDING,
    /** Being made, or an edit is on its way to the runtime while the one before serves. */
    @JsonProperty("Provisioning")
    PROVISIONING,
    /** Serving. */
    @JsonProperty("Ready")
    READY,
    /** Serving was reached and something is broken now. */
    @JsonProperty("Degraded")
    DEGRADED,
    /** No replicas, on request. */
    @JsonProperty("Suspended")
    SUSPENDED,
    /** Being taken down. */
    @JsonProperty("Deleting")
    DELETING,
    /** The spec is wrong; what ran before goes on. */
    @JsonProperty("Invalid")
    INVALID,
}
