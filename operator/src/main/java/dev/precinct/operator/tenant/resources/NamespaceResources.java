package dev.precinct.operator.tenant.resources;

import dev.precinct.operator.naming.TenantNames;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.Map;
import java.util.TreeMap;

/** The room of a tenant: its namespace, what may run in it, and the operator's rights there. */
public final class NamespaceResources {
    private static final String POD_SECURITY = "pod-security.kubernetes.io/";
    private static final String RBAC = "rbac.authorization.k8s.io";

    private NamespaceResources() {}

    public static Namespace namespace(TenantNames names) {
        var labels = new TreeMap<>(names.labels());
        for (String mode : new String[] {"enforce", "warn", "audit"}) {
            labels.put(POD_SECURITY + mode, "restricted");
        }
        return Drift.marked(new NamespaceBuilder()
                .withNewMetadata()
                .withName(names.namespace())
                .withLabels(labels)
                .endMetadata()
                .build());
    }

    /** Gives the operator, in this namespace only, what it needs there: so it reads no Secret of a namespace that it did not make. */
    public static RoleBinding operatorRights(TenantNames names, String operatorNamespace) {
        return Drift.marked(new RoleBindingBuilder()
                .withNewMetadata()
                .withName(TenantNames.TENANT_ROLE)
                .withNamespace(names.namespace())
                .withLabels(names.labels())
                .endMetadata()
                .withNewRoleRef()
                .withApiGroup(RBAC)
                .withKind("ClusterRole")
                .withName(TenantNames.TENANT_ROLE)
                .endRoleRef()
                .addNewSubject()
                .withKind("ServiceAccount")
                .withName(TenantNames.OPERATOR_ACCOUNT)
                .withNamespace(operatorNamespace)
                .endSubject()
                .build());
    }

    /** Runtimes do not know that Kubernetes exists: no token. */
    public static ServiceAccount serviceAccount(TenantNames names) {
        return Drift.marked(new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(TenantNames.RUNTIME)
                .withNamespace(names.namespace())
                .withLabels(names.labels())
                .endMetadata()
                .withAutomountServiceAccountToken(false)
                .build());
    }

    /** Room for the runtime twice, so that a new one can start before the old one ends. */
    public static ResourceQuota quota(TenantNames names) {
        var hard = new TreeMap<String, Quantity>();
        hard.put("pods", new Quantity("6"));
        hard.put("requests.cpu", new Quantity("2"));
        hard.put("requests.memory", new Quantity("2Gi"));
        hard.put("limits.memory", new Quantity("4Gi"));
        hard.put("services.loadbalancers", new Quantity("0"));
        hard.put("services.nodeports", new Quantity("0"));
        hard.put("persistentvolumeclaims", new Quantity("0"));
        return Drift.marked(new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("tenant")
                .withNamespace(names.namespace())
                .withLabels(names.labels())
                .endMetadata()
                .withNewSpec()
                .withHard(hard)
                .endSpec()
                .build());
    }

    /** A container without limits of its own gets these, so that it fits the quota. */
    public static LimitRange limits(TenantNames names) {
        return Drift.marked(new LimitRangeBuilder()
                .withNewMetadata()
                .withName("tenant")
                .withNamespace(names.namespace())
                .withLabels(names.labels())
                .endMetadata()
                .withNewSpec()
                .addNewLimit()
                .withType("Container")
                .withDefault(Map.of("memory", new Quantity("512Mi")))
                .withDefaultRequest(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("256Mi")))
                .endLimit()
                .endSpec()
                .build());
    }
}
