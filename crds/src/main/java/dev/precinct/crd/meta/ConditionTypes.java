package dev.precinct.crd.meta;

/** Types of a Tenant's conditions. All are there from the first pass on, {@code Unknown} if need be. */
public final class ConditionTypes {
    public static final String READY = "Ready";
    public static final String SPEC_VALID = "SpecValid";
    public static final String NAMESPACE_READY = "NamespaceReady";
    public static final String DATABASE_READY = "DatabaseReady";
    public static final String REDIS_READY = "RedisReady";
    public static final String CREDENTIALS_READY = "CredentialsReady";
    public static final String RUNTIME_READY = "RuntimeReady";
    public static final String PERMISSIONS_APPLIED = "PermissionsApplied";
    public static final String CMX_REACHABLE = "CmxReachable";

    private ConditionTypes() {}
}
