package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the runtime of a tenant runs. */
public enum RunMode {
    /** Serving. */
    @JsonProperty("Running")
    RUNNING,
    /** No replicas; data kept. */
    @JsonProperty("Suspended")
    SUSPENDED,
}
