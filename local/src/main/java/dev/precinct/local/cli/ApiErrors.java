package dev.precinct.local.cli;

import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;

/** What the Kubernetes API refused, in lines that name the field. */
final class ApiErrors {
    private ApiErrors() {}

    static List<String> explain(KubernetesClientException e) {
        var status = e.getStatus();
        if (status.getDetails() == null
                || status.getDetails().getCauses() == null
                || status.getDetails().getCauses().isEmpty()) {
            return List.of(status.getMessage() == null ? String.valueOf(e.getMessage()) : status.getMessage());
        }
        return status.getDetails().getCauses().stream().map(ApiErrors::line).toList();
    }

    private static String line(StatusCause cause) {
        return cause.getField() == null || cause.getField().isBlank()
                ? String.valueOf(cause.getMessage())
                : cause.getField() + ": " + cause.getMessage();
    }
}
