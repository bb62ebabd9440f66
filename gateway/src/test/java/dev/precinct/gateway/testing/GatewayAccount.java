package dev.precinct.gateway.testing;

import dev.precinct.crd.tenant.v1alpha1.TenantCrd;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The API server that KUBECONFIG names, with the definition and the gateway's rights installed as they are shipped. */
public final class GatewayAccount implements AutoCloseable {
    private static final String NAMESPACE = "precinct-system";
    private static final Path RIGHTS = Path.of("src/main/kubernetes/rbac.yaml");

    private final KubernetesClient administrator = new KubernetesClientBuilder().build();

    public GatewayAccount() throws IOException {
        apply(new NamespaceBuilder()
                .withNewMetadata()
                .withName(NAMESPACE)
                .endMetadata()
                .build());
        try (var rights = Files.newInputStream(RIGHTS)) {
            administrator.load(rights).items().forEach(this::apply);
        }
        apply(TenantCrd.definition());
        administrator
                .resource(TenantCrd.definition())
                .waitUntilCondition(
                        crd -> crd != null
                                && crd.getStatus() != null
                                && crd.getStatus().getConditions().stream()
                                        .anyMatch(
                                                condition -> condition.getType().equals("Established")
                                                        && condition.getStatus().equals("True")),
                        30,
                        TimeUnit.SECONDS);
    }

    private void apply(HasMetadata object) {
        administrator
                .resource(object)
                .fieldManager("gateway-test")
                .forceConflicts()
                .serverSideApply();
    }

    public KubernetesClient administrator() {
        return administrator;
    }

    /** With the rights of the gateway's ServiceAccount and no more. */
    public KubernetesClient client(String masterUrl) {
        var request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(3600L)
                .endSpec()
                .build();
        String token = administrator
                .serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName("gateway")
                .tokenRequest(request)
                .getStatus()
                .getToken();
        Config own = administrator.getConfiguration();
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(masterUrl)
                        .withCaCertData(own.getCaCertData())
                        .withCaCertFile(own.getCaCertFile())
                        .withOauthToken(token)
                        .build())
                .build();
    }

    public String url() {
        return administrator.getConfiguration().getMasterUrl();
    }

    @Override
    public void close() {
        administrator.close();
    }
}
