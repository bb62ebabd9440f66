package dev.precinct.operator.testing;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
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

/** The real API server named by KUBECONFIG, with the definition and the operator's rights installed as they are shipped. */
public final class TestCluster implements AutoCloseable {
    public static final String PLATFORM = "precinct-system";

    private static final Path RIGHTS = Path.of("src/main/kubernetes/rbac.yaml");
    private static final long TOKEN_SECONDS = 3600;

    private final KubernetesClient administrator = new KubernetesClientBuilder().build();

    public TestCluster() {
        apply(new NamespaceBuilder()
                .withNewMetadata()
                .withName(PLATFORM)
                .endMetadata()
                .build());
        try {
            administrator.load(Files.newInputStream(RIGHTS)).items().forEach(this::apply);
        } catch (IOException e) {
            throw new IllegalStateException("the shipped rights can't be read", e);
        }
        apply(definition());
        administrator
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("tenants.precinct.dev")
                .waitUntilCondition(
                        crd -> crd != null
                                && crd.getStatus() != null
                                && crd.getStatus().getConditions().stream()
                                        .anyMatch(
                                                condition -> condition.getType().equals("Established")
                                                        && condition.getStatus().equals("True")),
                        2,
                        TimeUnit.MINUTES);
    }

    public KubernetesClient administrator() {
        return administrator;
    }

    /** A client with the rights of the operator's ServiceAccount and no more. */
    public KubernetesClient asOperator() {
        Config own = administrator.getConfiguration();
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(own.getMasterUrl())
                        .withCaCertData(own.getCaCertData())
                        .withCaCertFile(own.getCaCertFile())
                        .withOauthToken(operatorToken())
                        .build())
                .build();
    }

    /** The same rights for a process of its own. */
    public Path writeOperatorKubeconfig(Path file) throws IOException {
        Config own = administrator.getConfiguration();
        String authority = own.getCaCertData() != null
                ? "certificate-authority-data: \"" + own.getCaCertData() + "\""
                : "certificate-authority: \"" + own.getCaCertFile() + "\"";
        return Files.writeString(file, """
                apiVersion: v1
                kind: Config
                current-context: test
                contexts: [{name: test, context: {cluster: test, user: operator}}]
                clusters: [{name: test, cluster: {server: "%s", %s}}]
                users: [{name: operator, user: {token: "%s"}}]
                """.formatted(own.getMasterUrl(), authority, operatorToken()));
    }

    private String operatorToken() {
        var request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(TOKEN_SECONDS)
                .endSpec()
                .build();
        return administrator
                .serviceAccounts()
                .inNamespace(PLATFORM)
                .withName("operator")
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }

    public void apply(HasMetadata object) {
        administrator
                .resource(object)
                .fieldManager("operator-test")
                .forceConflicts()
                .serverSideApply();
    }

    /** Takes the last hold off whatever a failed test left. */
    public void forget(String tenant) {
        var found = administrator.resources(Tenant.class).withName(tenant);
        if (found.get() != null) {
            found.delete();
        }
    }

    @Override
    public void close() {
        administrator.close();
    }

    private static HasMetadata definition() {
        return TenantCrd.definition();
    }
}
