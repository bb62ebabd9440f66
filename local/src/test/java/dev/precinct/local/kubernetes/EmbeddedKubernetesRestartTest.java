package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives the server, and what only its owner may read. */
class EmbeddedKubernetesRestartTest {
    @TempDir
    private Path folder;

    private static KubernetesClient client(Kubeconfig kubeconfig) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig.text()))
                .build();
    }

    private EmbeddedKubernetes start() {
        return EmbeddedKubernetes.start(folder, 0, "admin", Clock.systemUTC());
    }

    private static ConfigMap map(String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("a")
                .withNamespace("default")
                .endMetadata()
                .withData(Map.of("value", value))
                .build();
    }

    @Test
    void objectsIdentitiesAndTokensSurvive() {
        String uid;
        String token;
        try (EmbeddedKubernetes server = start();
                KubernetesClient client = client(server.kubeconfig())) {
            uid = client.resource(map("1")).create().getMetadata().getUid();
            token = client.serviceAccounts()
                    .inNamespace("default")
                    .withName("default")
                    .tokenRequest(new TokenRequestBuilder()
                            .withNewSpec()
                            .withExpirationSeconds(3600L)
                            .endSpec()
                            .build())
                    .getStatus()
                    .getToken();
        }
        try (EmbeddedKubernetes server = start();
                KubernetesClient client = client(Kubeconfig.plain(server.url(), token))) {
            ConfigMap found = client.resource(map("1")).get();
            assertThat(found.getMetadata().getUid()).isEqualTo(uid);
            assertThat(found.getData()).containsEntry("value", "1");
        }
    }

    @Test
    void aCopyTakenWhileItRunsIsAWholeServer(@TempDir Path copy) throws IOException {
        try (EmbeddedKubernetes server = start();
                KubernetesClient client = client(server.kubeconfig())) {
            client.resource(map("1")).create();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName().toString()));
                }
            }
        }
        try (EmbeddedKubernetes server = EmbeddedKubernetes.start(copy, 0, "admin", Clock.systemUTC());
                KubernetesClient client = client(server.kubeconfig())) {
            assertThat(client.resource(map("1")).get().getData()).containsEntry("value", "1");
        }
    }

    @Test
    void onlyTheOwnerMayReadTheFiles() throws IOException {
        try (EmbeddedKubernetes server = start()) {
            assertThat(server.kubeconfig()).hasToString("kubeconfig of " + server.url());
            Path file = folder.resolve("kubeconfig");
            server.kubeconfig().writeTo(file);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files)
                        .allSatisfy(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                                .isEqualTo("rw-------"));
            }
        }
    }
}
