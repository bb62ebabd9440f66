package dev.precinct.local.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a Deployment asks for, read once a pass.
 *
 * @param hash of the pod template: processes of another hash are old
 */
record Template(Deployment deployment, String hash) {

    static Template of(Deployment deployment) {
        return new Template(
                deployment, sha256(Serialization.asJson(deployment.getSpec().getTemplate())));
    }

    String namespace() {
        return deployment.getMetadata().getNamespace();
    }

    String name() {
        return deployment.getMetadata().getName();
    }

    int wantedReplicas() {
        Integer wanted = deployment.getSpec().getReplicas();
        return wanted == null ? 1 : wanted;
    }

    PodSpec pod() {
        return deployment.getSpec().getTemplate().getSpec();
    }

    Container container() {
        return pod().getContainers().getFirst();
    }

    Map<String, String> labels() {
        var metadata = deployment.getSpec().getTemplate().getMetadata();
        return metadata == null || metadata.getLabels() == null ? Map.of() : metadata.getLabels();
    }

    /** Whether the old process must end before the new one starts. */
    boolean recreate() {
        var strategy = deployment.getSpec().getStrategy();
        return strategy != null && "Recreate".equals(strategy.getType());
    }

    Duration grace() {
        Long seconds = pod().getTerminationGracePeriodSeconds();
        return Duration.ofSeconds(seconds == null ? 30 : seconds);
    }

    /** For so long the process goes on before it is asked to end: requests that are on their way still find it. */
    Duration preStop() {
        return Optional.ofNullable(container().getLifecycle())
                .map(Lifecycle::getPreStop)
                .map(LifecycleHandler::getSleep)
                .map(sleep -> Duration.ofSeconds(sleep.getSeconds()))
                .orElse(Duration.ZERO);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
