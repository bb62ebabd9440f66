package dev.precinct.operator.naming;

import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.tenancy.TenantId;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is named after a tenant. Names inside Kubernetes come from its name; names outside (database, role, Redis user and keys) only from
 * its UID, so that a namesake that comes later never meets what an earlier one left.
 */
public record TenantNames(String name, String uid) {
    public static final String RUNTIME = "runtime";
    public static final String PERMISSIONS = "permissions";
    public static final String DATABASE = "database";
    public static final String REDIS = "redis";
    public static final String CMX = "cmx";
    public static final String NOTIFICATIONS = "notifications";
    public static final String ASSERTION_KEYS = "assertion-keys";
    public static final String USER_PASSWORDS = "user-passwords";

    /** The gateway's signing key, in the operator's namespace. */
    public static final String SIGNING_KEY = "assertion-signing-key";

    /** ClusterRole of the operator inside a tenant's namespace, and the RoleBinding there that gives it. */
    public static final String TENANT_ROLE = "precinct-tenant";

    /** The operator's own ServiceAccount. */
    public static final String OPERATOR_ACCOUNT = "operator";

    /** On a Tenant that is being deleted: {@code "true"} gives up what can't be reached. */
    public static final String FORCE_DELETE = "precinct.dev/force-delete";

    /** On a Tenant: {@code "true"} has the operator write nothing for it until this is {@code "false"} or gone. */
    public static final String PAUSED = "precinct.dev/paused";

    public static TenantNames of(Tenant tenant) {
        return new TenantNames(
                tenant.getMetadata().getName(), tenant.getMetadata().getUid());
    }

    public TenantId id() {
        return TenantId.ofUid(uid);
    }

    public String namespace() {
        return "tenant-" + name;
    }

    /** Name of the database, of its login role and of the Redis user. */
    public String login() {
        return "t_" + id();
    }

    /** On every object that is made for the tenant. */
    public Map<String, String> labels() {
        var labels = new TreeMap<String, String>();
        labels.put(Labels.MANAGED_BY, Labels.OPERATOR);
        labels.put(Labels.TENANT, name);
        labels.put(Labels.TENANT_UID, uid);
        return labels;
    }

    /** Also on the runtime's pods. */
    public Map<String, String> runtimeLabels() {
        var labels = labels();
        labels.put(Labels.NAME, Labels.RUNTIME);
        return labels;
    }

    /** By what Service and Deployment find the runtime's pods; never changes. */
    public Map<String, String> runtimeSelector() {
        return Map.of(Labels.NAME, Labels.RUNTIME);
    }

    /** Whether labels are those of an object that this very tenant's operator made; a deleted namesake's are not. */
    public boolean areOn(Map<String, String> labels) {
        return Labels.OPERATOR.equals(labels.get(Labels.MANAGED_BY))
                && name.equals(labels.get(Labels.TENANT))
                && uid.equals(labels.get(Labels.TENANT_UID));
    }
}
