/** The Tenant resource, version v1alpha1, as records: the platform's public API. */
@NullMarked
package dev.precinct.crd.tenant.v1alpha1;

import org.jspecify.annotations.NullMarked;
