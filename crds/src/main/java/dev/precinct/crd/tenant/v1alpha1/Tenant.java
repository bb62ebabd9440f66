package dev.precinct.crd.tenant.v1alpha1;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** One client of the platform as desired, and what became of it. Cluster-scoped. */
@Group("precinct.dev")
@Version("v1alpha1")
@ShortNames("tn")
public class Tenant extends CustomResource<TenantSpec, TenantStatus> {
    private static final long serialVersionUID = 1L;

    /** Name of the finalizer that holds a Tenant until what lies outside Kubernetes is dealt with. */
    public static final String FINALIZER = "precinct.dev/tenant";
}
