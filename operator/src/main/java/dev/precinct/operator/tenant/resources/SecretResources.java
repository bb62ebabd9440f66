package dev.precinct.operator.tenant.resources;

import dev.precinct.operator.naming.TenantNames;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.TreeMap;

/** Secrets in a tenant's namespace. */
public final class SecretResources {
    private SecretResources() {}

    /** @param data values in base64, as the API has them: {@code stringData} would look changed at each pass */
    public static Secret secret(TenantNames names, String name, Map<String, String> data) {
        return Drift.marked(new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(names.namespace())
                .withLabels(names.labels())
                .endMetadata()
                .withType("Opaque")
                .withData(new TreeMap<>(data))
                .build());
    }
}
