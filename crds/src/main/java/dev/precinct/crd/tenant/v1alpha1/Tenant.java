package dev.precinct.crd.tenant.v1alpha1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** One client of the platform as desired, and what became of it. Cluster-scoped. */
@Group("precinct.dev")
@Version("v1alpha1")
@ShortNames("tn")
@Categories("precinct")
@ValidationRule(
        value = "self.metadata.name.matches('^[a-z]([a-z0-9-]*[a-z0-9])?$')",
        fieldPath = ".metadata.name",
        message = "a tenant's name is 1 to 50 of a-z, 0-9 and '-', a letter first, no '-' at the end")
@ValidationRule(
        value = "!(self.metadata.name in ['admin', 'api', 'console', 'www'])",
        fieldPath = ".metadata.name",
        message = "the names admin, api, console and www are reserved: choose another name")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Ready",
        jsonPath = ".status.conditions[?(@.type==\"Ready\")].status",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Runtime", jsonPath = ".status.runtime", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "URL", jsonPath = ".status.url", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "CMX",
        jsonPath = ".status.conditions[?(@.type==\"CmxReachable\")].status",
        priority = 1,
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class Tenant extends CustomResource<TenantSpec, TenantStatus> {
    private static final long serialVersionUID = 1L;

    /** Name of the finalizer that holds a Tenant until what lies outside Kubernetes is dealt with. */
    public static final String FINALIZER = "precinct.dev/tenant";
}
