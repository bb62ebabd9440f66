package dev.precinct.local.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract, asked of the real API server that KUBECONFIG names. */
class RealKubernetesContractKubeIT {
    private static KubernetesClient client;

    @BeforeAll
    static void connect() {
        client = new KubernetesClientBuilder().build();
    }

    @AfterAll
    static void close() {
        client.close();
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
