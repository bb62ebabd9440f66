package dev.precinct.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Tokens of ServiceAccounts. */
abstract class TokenContract extends ContractServer {

    private Reply request() {
        String accounts = "/api/v1/namespaces/" + namespace + "/serviceaccounts";
        post(accounts, "metadata: {name: runtime}").ok();
        return post(
                accounts + "/runtime/token",
                "apiVersion: authentication.k8s.io/v1\nkind: TokenRequest\nspec: {expirationSeconds: 3600}");
    }

    private KubernetesClient with(String token) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(client().getConfiguration())
                        .withClientCertData(null)
                        .withClientKeyData(null)
                        .withClientCertFile(null)
                        .withClientKeyFile(null)
                        .withAutoOAuthToken(null)
                        .withOauthToken(token)
                        .withOauthTokenProvider(null)
                        .build())
                .build();
    }

    private static int code(KubernetesClient client, String path) {
        try {
            Assertions.assertThat(client.raw(path)).isNotEmpty();
            return 200;
        } catch (KubernetesClientException e) {
            return e.getCode();
        }
    }

    @Test
    void aTokenOfAnAccountIsKnown() {
        Reply answer = request();
        assertThat(answer.code()).isEqualTo(201);
        assertThat(answer.text("/status/expirationTimestamp")).isNotEmpty();
        try (KubernetesClient account = with(answer.text("/status/token"))) {
            assertThat(code(account, "/apis")).isEqualTo(200);
        }
    }

    @Test
    void anUnknownTokenIsRefused() {
        try (KubernetesClient stranger = with("not-a-token")) {
            assertThat(code(stranger, "/api/v1/namespaces")).isEqualTo(401);
        }
    }

    @Test
    void aTokenOfNoAccountIsNotFound() {
        assertThat(post("/api/v1/namespaces/" + namespace + "/serviceaccounts/nobody/token", "spec: {}")
                        .code())
                .isEqualTo(404);
    }
}
