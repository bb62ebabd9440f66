package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a runtime of the tenant runs just now. */
public enum RuntimeState {
    /** It serves. */
    @JsonProperty("Awake")
    AWAKE,
    /** Nobody uses the tenant, and no process runs; the next request wakes it. */
    @JsonProperty("Asleep")
    ASLEEP,
    /** Somebody uses the tenant again; his request is held until the runtime listens. */
    @JsonProperty("Waking")
    WAKING,
}
