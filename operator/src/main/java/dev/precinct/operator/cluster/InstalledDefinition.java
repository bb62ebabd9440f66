package dev.precinct.operator.cluster;

import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the cluster knows what this operator knows. An API server drops fields that its definition does not have: an operator under an
 * older one would take an edit for gone, and its own status for written.
 */
public final class InstalledDefinition {
    private InstalledDefinition() {}

    /** Ends where the definition is there and not older. */
    public static void require(KubernetesClient client) {
        CustomResourceDefinition installed = client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(TenantCrd.NAME)
                .get();
        if (installed == null) {
            throw new OldDefinitionException(
                    "the cluster has no definition " + TenantCrd.NAME + ": install the one of this version");
        }
        List<String> missing = missing(TenantCrd.definition(), installed);
        if (!missing.isEmpty()) {
            throw new OldDefinitionException(
                    "the definition " + TenantCrd.NAME
                            + " in the cluster is older than this operator: it lacks " + String.join(", ", missing)
                            + "; install the one of this version, or run the operator of that one. Nothing is written until then");
        }
    }

    /** @return paths of fields that ours has and the other has not; those below a missing one are left out */
    static List<String> missing(CustomResourceDefinition ours, CustomResourceDefinition other) {
        var missing = new ArrayList<String>();
        for (CustomResourceDefinitionVersion version : ours.getSpec().getVersions()) {
            Optional<CustomResourceDefinitionVersion> same = other.getSpec().getVersions().stream()
                    .filter(each -> each.getName().equals(version.getName()) && Boolean.TRUE.equals(each.getServed()))
                    .findFirst();
            if (same.isEmpty()) {
                missing.add("version " + version.getName());
            } else {
                compare("", schema(version), schema(same.get()), missing);
            }
        }
        return List.copyOf(missing);
    }

    private static JSONSchemaProps schema(CustomResourceDefinitionVersion version) {
        return version.getSchema().getOpenAPIV3Schema();
    }

    private static void compare(String path, JSONSchemaProps ours, JSONSchemaProps other, List<String> missing) {
        Map<String, JSONSchemaProps> known =
                Optional.ofNullable(other.getProperties()).orElse(Map.of());
        new TreeMap<>(Optional.ofNullable(ours.getProperties()).orElse(Map.of())).forEach((name, schema) -> {
            String field = path.isEmpty() ? name : path + "." + name;
            JSONSchemaProps same = known.get(name);
            if (same == null) {
                missing.add(field);
            } else {
                compare(field, schema, same, missing);
            }
        });
        if (ours.getItems() != null && ours.getItems().getSchema() != null) {
            if (other.getItems() == null || other.getItems().getSchema() == null) {
                missing.add(path + "[]");
            } else {
                compare(
                        path + "[]",
                        ours.getItems().getSchema(),
                        other.getItems().getSchema(),
                        missing);
            }
        }
    }
}
