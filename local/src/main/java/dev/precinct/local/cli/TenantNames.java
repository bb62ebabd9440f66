package dev.precinct.local.cli;

import dev.precinct.crd.tenant.v1alpha1.Tenant;

/** Names outside Kubernetes that belong to a tenant: see contracts.md. */
final class TenantNames {
    private TenantNames() {}

    static String id(Tenant tenant) {
        return tenant.getMetadata().getUid().replace("-", "");
    }
}
