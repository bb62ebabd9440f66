package dev.precinct.operator.tenant.model;

import dev.precinct.tenancy.runtime.RuntimeReport;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * Facts seen in this pass, never older.
 *
 * @param runtime null: there is none
 * @param report null: no runtime answers
 * @param use by whom, and whether it sleeps
 */
public record TenantObservation(
        NamespaceState namespace,
        TenantSecrets secrets,
        Reach reach,
        BackendState database,
        BackendState redis,
        @Nullable Deployment runtime,
        @Nullable RuntimeReport report,
        Use use) {}
