package dev.precinct.local.kubernetes.kind;

import dev.precinct.local.kubernetes.schema.BuiltinSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of Kubernetes that local mode's processes use. */
final class BuiltinKinds {
    private static final Set<String> CLUSTER_WIDE =
            Set.of("Namespace", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition");
    private static final Set<String> STATUS_APART = Set.of(
            "Namespace",
            "Pod",
            "PersistentVolumeClaim",
            "ResourceQuota",
            "Service",
            "Deployment",
            "ReplicaSet",
            "PodDisruptionBudget",
            "HorizontalPodAutoscaler",
            "Job",
            "CustomResourceDefinition");
    private static final Set<String> GENERATIONS = Set.of(
            "Pod",
            "Deployment",
            "ReplicaSet",
            "NetworkPolicy",
            "PodDisruptionBudget",
            "Job",
            "EndpointSlice",
            "CustomResourceDefinition");
    private static final Set<String> SCALABLE = Set.of("Deployment", "ReplicaSet");
    private final BuiltinSchemas schemas;
    private final List<ResourceKind> kinds = new ArrayList<>();

    private BuiltinKinds(BuiltinSchemas schemas) {
        this.schemas = schemas;
    }

    static List<ResourceKind> all(BuiltinSchemas schemas) {
        BuiltinKinds builtin = new BuiltinKinds(schemas);
        builtin.core();
        builtin.others();
        return List.copyOf(builtin.kinds);
    }

    private void core() {
        add("/v1", "configmaps", "ConfigMap", "cm");
        add("/v1", "endpoints", "Endpoints", "ep");
        add("/v1", "events", "Event", "ev");
        add("/v1", "limitranges", "LimitRange", "limits");
        add("/v1", "namespaces", "Namespace", "ns");
        add("/v1", "persistentvolumeclaims", "PersistentVolumeClaim", "pvc");
        add("/v1", "pods", "Pod", "po");
        add("/v1", "resourcequotas", "ResourceQuota", "quota");
        add("/v1", "secrets", "Secret");
        add("/v1", "serviceaccounts", "ServiceAccount", "sa");
        add("/v1", "services", "Service", "svc");
    }

    private void others() {
        add("apiextensions.k8s.io/v1", "customresourcedefinitions", "CustomResourceDefinition", "crd", "crds");
        add("apps/v1", "deployments", "Deployment", "deploy");
        add("apps/v1", "replicasets", "ReplicaSet", "rs");
        add("autoscaling/v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa");
        add("batch/v1", "jobs", "Job");
        add("coordination.k8s.io/v1", "leases", "Lease");
        add("discovery.k8s.io/v1", "endpointslices", "EndpointSlice");
        add("events.k8s.io/v1", "events", "Event", "ev");
        add("networking.k8s.io/v1", "networkpolicies", "NetworkPolicy", "netpol");
        add("policy/v1", "poddisruptionbudgets", "PodDisruptionBudget", "pdb");
        add("rbac.authorization.k8s.io/v1", "clusterrolebindings", "ClusterRoleBinding");
        add("rbac.authorization.k8s.io/v1", "clusterroles", "ClusterRole");
        add("rbac.authorization.k8s.io/v1", "rolebindings", "RoleBinding");
        add("rbac.authorization.k8s.io/v1", "roles", "Role");
    }

    private void add(String groupVersion, String plural, String kind, String... shortNames) {
        int slash = groupVersion.indexOf('/');
        String group = groupVersion.substring(0, slash);
        String version = groupVersion.substring(slash + 1);
        List<String> categories =
                Set.of("pods", "services", "deployments", "replicasets", "jobs", "horizontalpodautoscalers")
                                .contains(plural)
                        ? List.of("all")
                        : List.of();
        Names names = new Names(plural, kind.toLowerCase(Locale.ROOT), kind, List.of(shortNames), categories);
        Optional<ScalePaths> scale = SCALABLE.contains(kind)
                ? Optional.of(new ScalePaths("spec.replicas", "status.replicas", "spec.selector"))
                : Optional.empty();
        var traits = new ResourceKind.Traits(STATUS_APART.contains(kind), GENERATIONS.contains(kind), false, scale);
        String schema = (group.isEmpty() ? version : groupVersion) + "/" + kind;
        kinds.add(new ResourceKind(
                group,
                version,
                names,
                !CLUSTER_WIDE.contains(kind),
                traits,
                schemas.of(schema),
                BuiltinRules.of(kind),
                List.of()));
    }
}
