package dev.precinct.local.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract, asked of the embedded server. */
class EmbeddedKubernetesContractTest {
    private static EmbeddedKubernetes server;
    private static KubernetesClient client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = EmbeddedKubernetes.start(folder, 0, "admin", Clock.systemUTC());
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.kubeconfig().text()))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Nested
    class Applies extends ApplyContract {
        @Override
        KubernetesClient client() {
            return client;
        }
    }

    @Nested
    class AppliesToLists extends ApplyToListsContract {
        @Override
        KubernetesClient client() {
            return client;
        }
    }

    @Nested
    class KeepsObjects extends ObjectsContract {
        @Override
        KubernetesClient client() {
            return client;
        }
    }

    @Nested
    class Deletes extends DeletionContract {
        @Override
        KubernetesClient client() {
            return client;
        }
    }

    @Nested
    class ServesCustomKinds extends CustomKindContract {
        @Override
        KubernetesClient client() {
            return client;
        }
    }

    @Nested
    class Watches extends WatchContract {
        @Override
        KubernetesClient client() {
            return client;
        }
    }

    @Nested
    class ServesKubectl extends KubectlContract {
        @Override
        KubernetesClient client() {
            return client;
        }
    }

    @Nested
    class ChecksTokens extends TokenContract {
        @Override
        KubernetesClient client() {
            return client;
        }
    }
}
