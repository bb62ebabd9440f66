package dev.precinct.operator.cluster;

import dev.precinct.crd.meta.Labels;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.tenancy.assertion.AssertionKeys;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;

/** The key pair by which runtimes know the gateway. Made once for an installation and never overwritten. */
public final class SigningKey {
    private SigningKey() {}

    public static void ensure(ClusterObjects cluster, String namespace) {
        if (cluster.readSecret(namespace, TenantNames.SIGNING_KEY) instanceof SecretContent.Present) {
            return;
        }
        var keys = AssertionKeys.generate();
        cluster.createOnce(new SecretBuilder()
                .withNewMetadata()
                .withName(TenantNames.SIGNING_KEY)
                .withNamespace(namespace)
                .withLabels(Map.of(Labels.MANAGED_BY, Labels.OPERATOR))
                .endMetadata()
                .withType("Opaque")
                .withData(Map.of(
                        "private.jwk", SecretContent.encoded(keys.privateJwk()),
                        "jwks.json", SecretContent.encoded(keys.publicJwkSet())))
                .build());
    }
}
