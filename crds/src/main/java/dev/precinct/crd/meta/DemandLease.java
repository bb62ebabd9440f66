package dev.precinct.crd.meta;

/**
 * How a gateway tells the operator that a tenant is used: it renews a Lease of this name in the platform's namespace, labelled with
 * {@link Labels#MANAGED_BY} {@link Labels#GATEWAY} and {@link Labels#TENANT}. Any other {@code renewTime} than before is a new demand.
 */
public final class DemandLease {
    private DemandLease() {}

    public static String nameOf(String tenant) {
        return "demand-" + tenant;
    }
}
