package dev.precinct.operator.cluster;

import dev.precinct.crd.meta.Labels;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.Objects;

/** Whether our own apply owns the replicas of a Deployment: then an apply without them puts them back to the default, which is 1. */
final class ReplicaOwnership {
    private ReplicaOwnership() {}

    static boolean isOurs(Deployment found) {
        return found.getMetadata().getManagedFields().stream()
                .filter(entry -> Labels.OPERATOR.equals(entry.getManager()) && "Apply".equals(entry.getOperation()))
                .map(entry -> entry.getFieldsV1())
                .filter(Objects::nonNull)
                .anyMatch(ReplicaOwnership::holdReplicas);
    }

    private static boolean holdReplicas(FieldsV1 fields) {
        return fields.getAdditionalProperties().get("f:spec") instanceof Map<?, ?> spec
                && spec.containsKey("f:replicas");
    }
}
