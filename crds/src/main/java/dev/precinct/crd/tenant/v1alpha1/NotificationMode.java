package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the runtime subscribes to pushes of its CMX. */
public enum NotificationMode {
    /** Pushes and polls. */
    @JsonProperty("Enabled")
    ENABLED,
    /** Polls only. */
    @JsonProperty("Disabled")
    DISABLED,
}
