package dev.precinct.crd.meta;

import java.util.Set;

/** Types of a Tenant's conditions. All are there from the first pass on, {@code Unknown} if need be. */
public final class ConditionTypes {
    public static final String READY = "Ready";

    /** As kstatus has it: True while the platform still works on what was asked for last. False is the good state. */
    public static final String RECONCILING = "Reconciling";

    /** As kstatus has it: True while a person has to act. False is the good state; never True together with {@link #RECONCILING}. */
    public static final String STALLED = "Stalled";

    /** True while the operator leaves a Tenant alone because it was told to. False is the usual state. */
    public static final String PAUSED = "Paused";

    public static final String SPEC_VALID = "SpecValid";
    public static final String NAMESPACE_READY = "NamespaceReady";
    public static final String DATABASE_READY = "DatabaseReady";
    public static final String REDIS_READY = "RedisReady";
    public static final String CREDENTIALS_READY = "CredentialsReady";
    public static final String RUNTIME_READY = "RuntimeReady";
    public static final String PERMISSIONS_APPLIED = "PermissionsApplied";
    public static final String CMX_REACHABLE = "CmxReachable";

    /** Sum up the others: whoever lists what is amiss has it from those already. */
    public static final Set<String> SUMMARIES = Set.of(READY, RECONCILING, STALLED);

    private ConditionTypes() {}
}
