package dev.precinct.local.node;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Objects;

/** Writes a Deployment's status when it changed: what the deployment controller does in a cluster. */
final class StatusWriter {
    private final KubernetesClient client;

    StatusWriter(KubernetesClient client) {
        this.client = client;
    }

    /** The numbers that a Deployment's status has. */
    record Counts(int replicas, int updated, int ready) {}

    void write(Deployment deployment, Counts counts) {
        if (same(deployment, counts)) {
            return;
        }
        var desired = new DeploymentBuilder(deployment)
                .editOrNewStatus()
                .withObservedGeneration(deployment.getMetadata().getGeneration())
                .withReplicas(counts.replicas())
                .withUpdatedReplicas(counts.updated())
                .withReadyReplicas(counts.ready())
                .withAvailableReplicas(counts.ready())
                .withUnavailableReplicas(Math.max(0, counts.replicas() - counts.ready()))
                .endStatus()
                .build();
        try {
            client.resource(desired).updateStatus();
        } catch (KubernetesClientException e) {
            // Changed or deleted meanwhile: the next pass sees what is there now.
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT && e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                throw e;
            }
        }
    }

    private static boolean same(Deployment deployment, Counts counts) {
        DeploymentStatus status = deployment.getStatus();
        return status != null
                && Objects.equals(
                        status.getObservedGeneration(), deployment.getMetadata().getGeneration())
                && number(status.getReplicas()) == counts.replicas()
                && number(status.getUpdatedReplicas()) == counts.updated()
                && number(status.getReadyReplicas()) == counts.ready();
    }

    private static int number(@org.jspecify.annotations.Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
