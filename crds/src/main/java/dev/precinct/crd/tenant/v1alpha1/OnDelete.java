package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of database, role and Redis keys when the Tenant is deleted. */
public enum OnDelete {
    /** They stay, and the operator says so. */
    @JsonProperty("Retain")
    RETAIN,
    /** They are deleted. */
    @JsonProperty("Delete")
    DELETE,
}
