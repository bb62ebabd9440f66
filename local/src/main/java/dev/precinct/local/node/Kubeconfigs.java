package dev.precinct.local.node;

import dev.precinct.local.home.AtomicFile;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Access of a pod to the API, by the token of its ServiceAccount: what a mounted token is in a cluster. */
final class Kubeconfigs {
    private static final long LIFETIME_SECONDS = Duration.ofDays(30).toSeconds();

    private final KubernetesClient client;
    private final Path folder;

    Kubeconfigs(KubernetesClient client, Path folder) {
        this.client = client;
        this.folder = folder;
    }

    /** A file for {@code KUBECONFIG}, with a fresh token. */
    Path write(String namespace, String serviceAccount) throws IOException, MissingObjectException {
        if (client.serviceAccounts()
                        .inNamespace(namespace)
                        .withName(serviceAccount)
                        .get()
                == null) {
            throw new MissingObjectException("ServiceAccount " + namespace + "/" + serviceAccount + " is not there");
        }
        var request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(LIFETIME_SECONDS)
                .endSpec()
                .build();
        String token = client.serviceAccounts()
                .inNamespace(namespace)
                .withName(serviceAccount)
                .tokenRequest(request)
                .getStatus()
                .getToken();
        Path file = folder.resolve(namespace + "-" + serviceAccount);
        AtomicFile.write(file, text(token));
        return file;
    }

    private String text(String token) throws IOException {
        var config = client.getConfiguration();
        String authority = "";
        if (config.getCaCertData() != null) {
            authority = ", certificate-authority-data: \"" + config.getCaCertData() + "\"";
        } else if (config.getCaCertFile() != null) {
            authority = ", certificate-authority-data: \""
                    + java.util.Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(config.getCaCertFile())))
                    + "\"";
        }
        return """
                apiVersion: v1
                kind: Config
                current-context: precinct
                contexts: [{ name: precinct, context: { cluster: precinct, user: precinct } }]
                clusters: [{ name: precinct, cluster: { server: "%s"%s } }]
                users: [{ name: precinct, user: { token: "%s" } }]
                """.formatted(config.getMasterUrl(), authority, token);
    }
}
