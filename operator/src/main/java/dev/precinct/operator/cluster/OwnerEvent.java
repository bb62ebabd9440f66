package dev.precinct.operator.cluster;

import dev.precinct.operator.failure.TenantReason;

/**
 * News for the owner of a tenant.
 *
 * @param bad a warning
 * @param once the same news of the same tenant is told only once, however often a pass is repeated
 */
public record OwnerEvent(TenantReason reason, String message, boolean bad, boolean once) {
    public static OwnerEvent good(TenantReason reason, String message) {
        return new OwnerEvent(reason, message, false, false);
    }

    public static OwnerEvent bad(TenantReason reason, String message) {
        return new OwnerEvent(reason, message, true, false);
    }

    /** This news, told only once. */
    public OwnerEvent toldOnce() {
        return new OwnerEvent(reason, message, bad, true);
    }
}
