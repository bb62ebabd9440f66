package dev.precinct.crd.meta;

/** Label keys and values of objects that the platform makes. */
public final class Labels {
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    public static final String OPERATOR = "precinct-operator";
    public static final String GATEWAY = "precinct-gateway";
    public static final String NAME = "app.kubernetes.io/name";
    public static final String RUNTIME = "tenant-runtime";

    /** Name of the Tenant that an object belongs to. */
    public static final String TENANT = "precinct.dev/tenant";

    /** UID of that Tenant: an object of a deleted namesake is not ours. */
    public static final String TENANT_UID = "precinct.dev/tenant-uid";

    /** On demo tenants, which {@code ./precinct up} makes: {@code status} may show their users' passwords. */
    public static final String DEMO = "precinct.dev/demo";

    private Labels() {}
}
